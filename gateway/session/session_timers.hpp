#pragma once
#include <chrono>
#include <optional>

namespace ctiengine::gateway {

/// When a session ends by itself. Pure arithmetic: the caller brings the time, so tests own the clock.
///
/// Two timers run side by side. The session timer (ECMA-354) is restarted by ResetApplicationSessionTimer
/// only and has a grace on top. The idle timer (CONNECTIONTIMEOUT, R-089 … R-091) is restarted by what the
/// user does: every client message except ResetApplicationSessionTimer, which a page sends by itself. Before
/// the first session there may be a third one, for the log-in.
class SessionTimers {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;
    enum class Expired { Nothing, SessionTimer, Idle, LogIn, Authentication };
    static constexpr std::chrono::seconds kGrace{5};

    SessionTimers(
        std::chrono::seconds idle_limit,
        TimePoint now,
        std::optional<std::chrono::seconds> log_in_limit = std::nullopt
    )
        : idle_limit_(idle_limit), last_activity_(now) {
        if (log_in_limit) log_in_end_ = now + *log_in_limit;
    }

    /// A session begins or its timer is reset: it now ends `granted` (and the grace) after `now`.
    void grant(std::chrono::seconds granted, TimePoint now) {
        session_end_ = now + granted + kGrace;
        log_in_end_.reset();
    }

    /// What proved the user expires then; empty = never.
    void authenticated_until(std::optional<TimePoint> end) { authentication_end_ = end; }
    std::optional<TimePoint> authentication_end() const { return authentication_end_; }

    /// The session was stopped by the client; the next one has to begin within `log_in_limit`.
    void stop(TimePoint now, std::optional<std::chrono::seconds> log_in_limit = std::nullopt) {
        session_end_.reset();
        authentication_end_.reset();
        if (log_in_limit) log_in_end_ = now + *log_in_limit;
    }

    void client_was_active(TimePoint now) { last_activity_ = now; }

    Expired check(TimePoint now) const;

    /// When check() has to be asked again.
    TimePoint next_check() const;

  private:
    std::chrono::seconds idle_limit_;
    TimePoint last_activity_;
    std::optional<TimePoint> session_end_;
    std::optional<TimePoint> log_in_end_;
    std::optional<TimePoint> authentication_end_;
};

}  // namespace ctiengine::gateway
