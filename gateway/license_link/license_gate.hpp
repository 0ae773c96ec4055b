#pragma once
#include "common/tasks/task.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace ctiengine::gateway {

/// Why somebody gets no seat.
struct SeatRefusal {
    enum class Kind {
        LimitReached,    ///< all seats are taken
        InUseElsewhere,  ///< the user works on another gateway
        Unavailable,     ///< nobody can tell now: license-svc is away, or could not write it down
    };
    Kind kind = Kind::Unavailable;
    std::string why;  ///< for the person at the softphone: what is wrong and when to try again
};

/// Who may work: the licence as sessions see it. Implemented by HolderLink over gRPC and by fakes.
///
/// Thread safety: every member may be called from any thread; coroutines resume on the caller's executor,
/// which has to be a strand or a single-threaded executor.
class LicenseGate {
  public:
    virtual ~LicenseGate() = default;

    /// A seat for `key`, the normalised user. Nothing = he has it, and each acquire() is followed by one
    /// release(); the same user may have several sessions on one seat.
    virtual Task<std::optional<SeatRefusal>> acquire(std::string key) = 0;

    /// One session of `key` is over. The last one gives the seat back, at once or after `linger`: a user who
    /// comes back by then finds it.
    virtual void release(std::string key, std::chrono::seconds linger) = 0;

    /// May agents be logged in to the ACD, by the licence? True while nobody has told.
    virtual bool call_center() const = 0;
};

}  // namespace ctiengine::gateway
