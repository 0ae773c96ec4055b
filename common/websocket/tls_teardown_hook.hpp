#pragma once
#include "common/tls/tls_teardown.hpp"

#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <utility>

// In the namespace of the stream: Beast finds it by its argument.
namespace ctiengine::tls {

/// Beast's hook for the end of a WebSocket's transport.
template <class Handler>
void async_teardown(boost::beast::role_type, TlsStream& stream, Handler&& handler) {
    async_end(stream, std::forward<Handler>(handler));
}

}  // namespace ctiengine::tls
