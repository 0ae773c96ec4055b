#pragma once
#include "common/tasks/task.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <chrono>

namespace ctiengine::license {

/// Waiting as a collaborator, so that tests decide how long it takes. Belongs to the caller's strand.
class Sleeper {
  public:
    using Time = std::chrono::steady_clock::time_point;

    virtual ~Sleeper() = default;

    /// Returns when `moment` has come; early, and without an exception, when it is cancelled.
    virtual Task<void> until(Time moment) = 0;
};

/// By the host's clock.
class TimerSleeper final : public Sleeper {
  public:
    Task<void> until(Time moment) override {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, moment);
        co_await timer.async_wait(as_result);
    }
};

}  // namespace ctiengine::license
