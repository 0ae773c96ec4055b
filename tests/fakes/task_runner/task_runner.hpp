#pragma once
#include "common/tasks/task.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <chrono>
#include <functional>
#include <future>
#include <stdexcept>
#include <utility>

namespace ctiengine::testing {

/// Runs coroutines on an io_context of its own, on the test's thread. Everything a test makes on executor()
/// must die before the runner.
class TaskRunner {
  public:
    boost::asio::io_context& context() { return context_; }
    boost::asio::any_io_executor executor() { return context_.get_executor(); }

    /// Runs the loop until `task` has ended; throws what it threw, and std::runtime_error after `limit`.
    template <class T>
    T run(Task<T> task, std::chrono::milliseconds limit = std::chrono::seconds(10)) {
        auto result = boost::asio::co_spawn(context_, std::move(task), use_promise());
        run_until(
            [&result] { return result.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, limit
        );
        return result.get();
    }

    /// Starts `task` and goes on; the loop turns in later calls of run(), run_until() and poll().
    template <class T>
    std::future<T> start(Task<T> task) {
        return boost::asio::co_spawn(context_, std::move(task), use_promise());
    }

    /// Runs the loop until `done` says true after some handler; throws after `limit`.
    void run_until(
        const std::function<bool()>& done, std::chrono::milliseconds limit = std::chrono::seconds(10)
    ) {
        const auto end = std::chrono::steady_clock::now() + limit;
        context_.restart();
        while (!done()) {
            const auto left = end - std::chrono::steady_clock::now();
            if (left <= left.zero()) throw std::runtime_error("the test's task did not end in time");
            if (context_.run_one_for(left) == 0 && context_.stopped() && !done()) {
                throw std::runtime_error("the test's task waits for something that nobody will do");
            }
        }
    }

    /// Runs what is ready now.
    void poll() {
        context_.restart();
        context_.poll();
    }

  private:
    static auto use_promise() { return boost::asio::use_future_t<>(); }

    boost::asio::io_context context_;
};

}  // namespace ctiengine::testing
