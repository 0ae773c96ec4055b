#pragma once
#include "common/tasks/clock.hpp"

namespace ctiengine::weblm_sim {

/// Another clock, turned forward by hand: both its times. One thread.
class TurnedClock final : public Clock {
  public:
    explicit TurnedClock(const Clock& base) : base_(base) {}

    std::chrono::steady_clock::time_point now() const override { return base_.now() + turned_; }
    std::chrono::system_clock::time_point wall_now() const override { return base_.wall_now() + turned_; }

    void advance(std::chrono::seconds by) { turned_ += by; }
    void reset() { turned_ = {}; }
    [[nodiscard]] std::chrono::seconds turned() const { return turned_; }

  private:
    const Clock& base_;
    std::chrono::seconds turned_{0};
};

/// Seconds since 1970.
inline std::int64_t unix_seconds(const Clock& clock) {
    return std::chrono::duration_cast<std::chrono::seconds>(clock.wall_now().time_since_epoch()).count();
}

}  // namespace ctiengine::weblm_sim
