#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Application sessions (ECMA-354) and what we carry in their open places.
namespace ctiengine::gateway {

/// Place of an event in the worker's journal.
struct EventPosition {
    std::uint64_t epoch = 0;  ///< new at each start of the worker
    std::uint64_t seq = 0;    ///< 1, 2, 3 ... without gaps within an epoch
    bool operator==(const EventPosition&) const = default;
};

/// The client wants its events numbered. `last` is the last one it has seen; empty = it starts anew.
struct EventResume {
    std::optional<EventPosition> last;
    bool operator==(const EventResume&) const = default;
};

/// Avaya's log-in data and our token. `password` and `token` are never logged.
struct SessionLogin {
    std::string user;  ///< may be empty where a token or a certificate says who it is
    std::string password;
    std::optional<std::chrono::seconds> cleanup_delay;  ///< as asked for; not yet cut to our limits
    std::string session_id;                             ///< the session to take over; empty = a new one
    std::string token{};                                ///< a JSON Web Token; empty = none
    bool operator==(const SessionLogin&) const = default;
};

struct StartApplicationSession {
    std::string application_id;
    std::optional<SessionLogin> login;
    std::optional<EventResume> resume;
    std::vector<std::string> protocol_versions;  ///< best first, at least one
    std::chrono::seconds duration{0};            ///< as asked for
    bool operator==(const StartApplicationSession&) const = default;
};

struct StopApplicationSession {
    std::string session_id;
    std::string reason;  ///< "normal" or the application's own words
    bool operator==(const StopApplicationSession&) const = default;
};

struct ResetApplicationSessionTimer {
    std::string session_id;
    std::chrono::seconds duration{0};  ///< as asked for
    std::string token{};               ///< a fresh one in place of one that will expire; never logged
    bool operator==(const ResetApplicationSessionTimer&) const = default;
};

/// How a client that comes back gets what it missed.
enum class ResumeOutcome {
    NothingMissed,
    Replayed,  ///< the missed events follow
    Snapshot,  ///< the journal does not reach back: events made from a comparison with the switch follow
};

/// What the positive answer to EventResume says: the outcome, and the last event before this answer.
struct ResumeReport {
    ResumeOutcome outcome = ResumeOutcome::NothingMissed;
    EventPosition position;
    bool operator==(const ResumeReport&) const = default;
};

/// Positive answer to StartApplicationSession.
struct SessionStarted {
    std::string session_id;
    std::string protocol_version;  ///< the client's own string, echoed
    std::chrono::seconds duration{0};
    std::optional<ResumeReport> resume;
    std::optional<std::chrono::seconds> authentication_left{};  ///< until the token expires; empty = never
    bool operator==(const SessionStarted&) const = default;
};

/// Reasons of the three negative answers; the words are those of ECMA-354.
enum class StartRefusal {
    InvalidApplicationInfo,
    RequestedProtocolVersionNotSupported,
    ServerResourcesBusy,
    MaxNumberSessions,
};
enum class ResetRefusal { InvalidSessionId, ServerCannotResetSessionTimer };

/// Why the server ends a session by itself.
enum class Termination { SessionTimerExpired, ResourceLimitation };

}  // namespace ctiengine::gateway
