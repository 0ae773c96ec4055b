#pragma once

#include "simulator/wire/frame.hpp"

#include <optional>
#include <string>

namespace ctiengine::simulator {

/// The private data version of a stream.
struct NegotiatedVersion {
    std::string vendor;
    int version = 0;
};

/// Reads the wish that came with ACS_OPEN_STREAM: vendor "VERSION", a zero, then vendor#versions pairs joined
/// by '#', as in "ECS#2-6". Nullopt: no private data was asked for, or no version in [lowest, highest].
std::optional<NegotiatedVersion> negotiate(const wire::Frame& open, int lowest, int highest);

/// Puts the answer into the confirmation: a zero, the version in digits, a zero.
void put_version(wire::Frame& confirmation, const NegotiatedVersion& negotiated);

}  // namespace ctiengine::simulator
