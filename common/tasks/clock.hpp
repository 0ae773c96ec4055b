#pragma once
#include <chrono>

namespace ctiengine {

/// The time as a collaborator, so that tests decide what it is. Safe to call from any thread.
class Clock {
  public:
    virtual ~Clock() = default;

    /// For measuring and for deadlines: never jumps.
    virtual std::chrono::steady_clock::time_point now() const = 0;

    /// For what people read: log lines, file names, certificate dates. May jump when the host's clock is set.
    virtual std::chrono::system_clock::time_point wall_now() const = 0;
};

/// The host's own clocks.
class SystemClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override { return std::chrono::steady_clock::now(); }
    std::chrono::system_clock::time_point wall_now() const override {
        return std::chrono::system_clock::now();
    }
};

}  // namespace ctiengine
