#pragma once

#include <cstdint>
#include <optional>

namespace ctiengine::wire {

/// The versions of private data that a stream can have (tsapi: 2.3).
constexpr int kFirstAttVersion = 2;
constexpr int kLastAttVersion = 9;

/// The versions of private data in which a message has its layout.
struct AttVersions {
    int first = 0;
    int last = 0;
    [[nodiscard]] bool contain(int version) const { return first <= version && version <= last; }
    bool operator==(const AttVersions&) const = default;
};

/// When AE Services sends that message: from the version that brought its number to the last one that its
/// name tells, ATTVn_ or, without a version, the newest (tsapi: 6.1). Nullopt: there is no such message. A
/// server takes requests of older layouts in every version; for them `last` only says which function is the
/// newest.
[[nodiscard]] std::optional<AttVersions> att_versions(std::uint16_t number);

/// The number that the message of the newest layout `newest` has in that version, e.g. ATT_DELIVERED with 6:
/// ATTV6_DELIVERED. 0 when the version does not know the message.
[[nodiscard]] std::uint16_t att_number_in(std::uint16_t newest, int version);

}  // namespace ctiengine::wire
