#pragma once
#include "license-svc/modes/entitlement.hpp"
#include "license-svc/modes/grace_clock.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::license {

/// Where the engine stands, for people and for gateways.
struct ModeStatus {
    Mode mode = Mode::Unlicensed;
    Source source = Source::None;
    Entitlement entitlement = kUnlicensed;
    std::int64_t grace_left = 0;  ///< seconds; counts in mode Grace
    std::string why;              ///< in words: what happened last, and what to do
    bool operator==(const ModeStatus&) const = default;
};

/// What there is to tell an operator; the words are ready to be printed.
struct ModeNotice {
    bool alarm = false;
    std::string sentence;
};

/// Licensed, Grace, Unlicensed, and what leads from one to another.
///
/// A licence file rules as soon as it is there, good or bad: a bad one never falls back to the licence server
/// in silence. Without a file the licence server's last word counts; without its word, 30 days of grace with
/// what it granted last, if it ever granted anything. Pure logic; belongs to one strand.
class ModeMachine {
  public:
    /// Gets everything worth telling. Called before the member that caused it returns.
    using Tell = std::function<void(const ModeNotice&)>;

    /// `stored`: the entitlement that was granted last, of a process before this one; only with a clock that
    /// has seen a success.
    ModeMachine(GraceClock clock, std::optional<Entitlement> stored, Tell tell);

    // ---- the licence file
    void file_is_absent(const TimeReading& now);
    void file_is_good(const TimeReading& now, Entitlement entitlement);
    void file_is_bad(const TimeReading& now, std::string why);

    // ---- the licence server; without effect on the mode while a file is there
    /// Granted, in full or in part.
    void granted(const TimeReading& now, Entitlement entitlement, std::optional<std::int64_t> server_time);
    /// It answered, but gives nothing.
    void denied(const TimeReading& now, std::string why);
    /// The lease has run out and the server cannot be reached.
    void lapsed(const TimeReading& now, std::string why);

    /// Time passes; call once a minute.
    void tick(const TimeReading& now);

    const ModeStatus& status() const { return status_; }
    const GraceClock& clock() const { return clock_; }
    /// What was granted last by the server; to be stored with the clock.
    const std::optional<Entitlement>& last_granted() const { return granted_; }

  private:
    enum class File { Unknown, Absent, Good, Bad };

    void look(const TimeReading& now);
    void decide(std::string why);
    ModeStatus by_server() const;
    void warn_of_the_end();

    GraceClock clock_;
    std::optional<Entitlement> granted_;
    Tell tell_;
    File file_ = File::Unknown;
    Entitlement file_entitlement_;
    bool leased_ = false;  ///< the server's grant is valid now
    GraceClock::Oddity oddity_ = GraceClock::Oddity::None;
    std::int64_t warned_at_ = 0;  ///< seconds of grace left when it was told last
    ModeStatus status_;
};

}  // namespace ctiengine::license
