#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace ctiengine::license {

using TimePoint = std::chrono::steady_clock::time_point;

/// One gateway process. `incarnation` is random and new at each of its starts.
struct HolderId {
    std::string name;
    std::string incarnation;
    auto operator<=>(const HolderId&) const = default;
};

/// One user who counts against the licence. `key` is the normalised user or extension: the same user twice is
/// one seat.
struct Seat {
    std::string key;
    HolderId holder;
    std::uint64_t op = 0;    ///< the holder's operation that it was granted by; rises within an incarnation
    std::int64_t since = 0;  ///< wall clock, seconds since 1970; for people
    bool operator==(const Seat&) const = default;
};

}  // namespace ctiengine::license
