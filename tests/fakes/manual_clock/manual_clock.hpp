#pragma once
#include "common/tasks/clock.hpp"

#include <atomic>

namespace ctiengine::testing {

/// Stands still until it is told to go on. Any thread.
class ManualClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override {
        return std::chrono::steady_clock::time_point(passed());
    }
    std::chrono::system_clock::time_point wall_now() const override { return kStart + passed(); }

    void advance(std::chrono::nanoseconds by) { passed_ += by.count(); }

  private:
    /// 2026-01-01T00:00:00Z, so that dates in tests are readable.
    static constexpr std::chrono::system_clock::time_point kStart{std::chrono::seconds(1767225600)};

    std::chrono::nanoseconds passed() const { return std::chrono::nanoseconds(passed_.load()); }

    std::atomic<std::int64_t> passed_{std::chrono::nanoseconds(std::chrono::hours(1)).count()};
};

}  // namespace ctiengine::testing
