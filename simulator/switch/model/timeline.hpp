#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>

namespace ctiengine::simulator {

/// The model's own time. Unless it follows a clock it stands still until somebody moves it, so a test or a
/// manual plan decides when things happen. Single-threaded.
class Timeline {
  public:
    using Duration = std::chrono::milliseconds;
    using TimerId = std::uint64_t;

    /// `wall_start`: what people's clocks show at time 0.
    explicit Timeline(std::chrono::system_clock::time_point wall_start) : wall_start_(wall_start) {}

    /// Since the start of the switch.
    [[nodiscard]] Duration now() const { return clock_ ? clock_() : now_; }
    [[nodiscard]] std::chrono::system_clock::time_point wall_now() const { return wall_start_ + now(); }

    /// From now on the time is what `clock` says; somebody still has to call advance_to() when it passes.
    void follow(std::function<Duration()> clock) { clock_ = std::move(clock); }

    /// Calls `action` once, `delay` from now; never before schedule() returns. The result is never 0.
    TimerId schedule(Duration delay, std::function<void()> action);
    void cancel(TimerId timer);

    /// When the next timer is due.
    [[nodiscard]] std::optional<Duration> next_due() const;

    /// Moves the time forward and runs what is due, in order; each action sees its own time. A time in the
    /// past changes nothing.
    void advance_to(Duration time);

    /// Called after schedule() and cancel(), to set the clock that drives this.
    void on_change(std::function<void()> listener) { changed_ = std::move(listener); }

  private:
    using Key = std::pair<Duration, TimerId>;

    std::chrono::system_clock::time_point wall_start_;
    Duration now_{0};
    TimerId last_timer_ = 0;
    std::map<Key, std::function<void()>> timers_;
    std::map<TimerId, Duration> due_;
    std::function<void()> changed_;
    std::function<Duration()> clock_;
};

}  // namespace ctiengine::simulator
