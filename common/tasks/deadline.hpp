#pragma once
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace ctiengine {

/// Runs `work` for at most `budget`, then cancels it and answers DeadlineExceeded. Cancelled from outside, it
/// answers Cancelled.
///
/// `work` must report its failures by value: an exception of it would be swallowed until the budget is used
/// up, because `||` waits for the first success (the next lines would then call it late).
template <class T>
Task<Result<T>> within(std::chrono::milliseconds budget, Task<Result<T>> work) {
    using namespace boost::asio::experimental::awaitable_operators;
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, budget);
    auto first = co_await (std::move(work) || timer.async_wait(as_result));
    if (first.index() == 0) co_return std::get<0>(std::move(first));
    auto [woken] = std::get<1>(first);
    if (woken == boost::asio::error::operation_aborted) {
        Error stopped{Errc::Cancelled, "stopped while waiting for an answer"};
        co_return stopped;
    }
    Error late{Errc::DeadlineExceeded, "no answer within " + std::to_string(budget.count()) + " ms"};
    co_return late;
}

}  // namespace ctiengine
