#pragma once

#include "simulator/wire/att.hpp"

#include <string>

namespace ctiengine::simulator {

/// Puts an ATT message into the frame under Avaya's vendor name.
template <class Att>
void put_private(wire::Frame& frame, std::uint16_t number, const Att& message) {
    auto bytes = wire::encode_att(number, message);
    if (!bytes) return;
    frame.vendor = ECS_VENDOR_STRING;
    frame.private_data = std::move(*bytes);
}

}  // namespace ctiengine::simulator
