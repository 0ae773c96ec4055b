#pragma once
#include "license-svc/weblm/sleeper.hpp"
#include "tests/fakes/manual_clock/manual_clock.hpp"

#include <list>
#include <optional>

namespace ctiengine::license::testing {

/// Wakes whom a test wakes, by moving the clock on.
class ManualSleeper final : public Sleeper {
  public:
    explicit ManualSleeper(ctiengine::testing::ManualClock& clock) : clock_(clock) {}

    Task<void> until(Time moment) override {
        if (moment <= clock_.now()) co_return;
        Bed bed(beds_, moment, co_await boost::asio::this_coro::executor);
        co_await bed.timer().async_wait(as_result);
    }

    /// The moment that somebody waits for, the earliest.
    std::optional<Time> next() const {
        std::optional<Time> earliest;
        for (const auto* bed : beds_) {
            if (!earliest || bed->moment() < *earliest) earliest = bed->moment();
        }
        return earliest;
    }

    void advance(std::chrono::nanoseconds by) {
        clock_.advance(by);
        for (auto* bed : beds_) {
            if (bed->moment() <= clock_.now()) bed->timer().cancel();
        }
    }

  private:
    class Bed {
      public:
        Bed(std::list<Bed*>& beds, Time moment, const boost::asio::any_io_executor& executor)
            : beds_(beds), moment_(moment), timer_(executor, Time::max()) {
            beds_.push_back(this);
        }
        ~Bed() { beds_.remove(this); }
        Bed(const Bed&) = delete;
        Bed& operator=(const Bed&) = delete;

        Time moment() const { return moment_; }
        boost::asio::steady_timer& timer() { return timer_; }

      private:
        std::list<Bed*>& beds_;
        Time moment_;
        boost::asio::steady_timer timer_;
    };

    ctiengine::testing::ManualClock& clock_;
    std::list<Bed*> beds_;
};

}  // namespace ctiengine::license::testing
