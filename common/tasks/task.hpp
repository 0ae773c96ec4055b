#pragma once
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace ctiengine {

/// The one coroutine type of the product.
template <class T>
using Task = boost::asio::awaitable<T>;

/// Completion token for operations whose failure is ordinary (sockets, timers, channels): gives a tuple that
/// starts with the error code instead of throwing.
inline constexpr auto as_result = boost::asio::as_tuple(boost::asio::use_awaitable);

}  // namespace ctiengine
