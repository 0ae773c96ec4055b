#pragma once
#include <chrono>

namespace ctiengine::tsapi_standin {

/// Tells whether the server is still there: it sends a heartbeat every interval, and any message counts as
/// one. Two intervals of silence mean that the stream is lost. The caller brings the time.
class Heartbeat {
  public:
    using Clock = std::chrono::steady_clock;

    /// What the server uses when the program did not call acsSetHeartbeatInterval.
    static constexpr std::chrono::milliseconds kDefaultInterval{20'000};

    Heartbeat(std::chrono::milliseconds interval, Clock::time_point now) : interval_(interval), heard_(now) {}

    void set_interval(std::chrono::milliseconds interval) { interval_ = interval; }

    /// Something arrived.
    void heard(Clock::time_point now) { heard_ = now; }

    /// Time until the stream counts as lost; zero or less: it does.
    Clock::duration left(Clock::time_point now) const { return heard_ + 2 * interval_ - now; }

    /// kDefaultInterval, or the milliseconds of the environment CTIENGINE_STANDIN_HEARTBEAT_MS (1 to 600000),
    /// which lets tests see a lost server in less than 10 s.
    static std::chrono::milliseconds interval_from_environment();

  private:
    std::chrono::milliseconds interval_;
    Clock::time_point heard_;
};

}  // namespace ctiengine::tsapi_standin
