#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace ctiengine::license {

/// What the host's clocks say, in whole seconds.
struct TimeReading {
    std::int64_t wall = 0;  ///< seconds since 1970; an administrator or NTP may set it
    std::int64_t boottime =
        0;                ///< CLOCK_BOOTTIME: since the host was started, time asleep included; cannot be set
    std::string boot_id;  ///< new at each start of the host
};

/// What has to survive a restart so that the grace period cannot be stretched.
struct GraceState {
    std::int64_t last_success = 0;  ///< trusted time at which a licence was granted last
    std::int64_t high_water = 0;    ///< latest trusted time that was ever seen
    std::int64_t server_time = 0;   ///< the licence server's own time at the last success; 0 = it told none
    std::int64_t consumed = 0;      ///< seconds of grace that have certainly passed since then
    std::int64_t boottime = 0;      ///< at the last look
    std::string boot_id;
    bool operator==(const GraceState&) const = default;
};

/// Counts the 30 days for which an engine goes on without its licence server (Q-13, manual 3: "grace
/// period").
///
/// It has to be right when the host's clock is not: set back, set forward by mistake, wrong after a restart.
/// Within one start of the host only CLOCK_BOOTTIME counts against a jump of the wall clock by more than a
/// day; the wall clock never runs backwards here. Pure arithmetic; belongs to one strand.
class GraceClock {
  public:
    static constexpr std::int64_t kGraceSeconds = 30 * 86400;
    static constexpr std::int64_t kRollbackTolerance = 300;  ///< NTP may correct so much without a word
    static constexpr std::int64_t kForwardTolerance =
        86400;  ///< a jump beyond is not believed within one boot

    enum class Oddity { None, Rollback, ForwardJump };

    /// A clock that never saw a success: nothing of grace is left.
    GraceClock() = default;
    explicit GraceClock(GraceState stored) : state_(std::move(stored)) {}

    /// Takes a look at the clocks; call at least once a minute and before asking. Tells when they lie.
    Oddity look(const TimeReading& now);

    /// A licence was granted just now. `server_time`: the server's own clock, a lower bound of the true time.
    void succeeded(const TimeReading& now, std::optional<std::int64_t> server_time);

    bool ever_succeeded() const { return state_.has_value(); }
    /// Seconds of grace left: kGraceSeconds right after a success, 0 when it is over or there never was one.
    std::int64_t left() const;
    bool over() const { return left() == 0; }

    /// Best knowledge of the true time at the last look.
    std::int64_t trusted_now() const { return trusted_; }

    /// To be stored; empty when there never was a success.
    const std::optional<GraceState>& state() const { return state_; }

  private:
    Oddity judge(const TimeReading& now);

    std::optional<GraceState> state_;
    std::int64_t trusted_ = 0;
};

}  // namespace ctiengine::license
