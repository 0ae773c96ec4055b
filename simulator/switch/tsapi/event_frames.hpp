#pragma once

#include "simulator/switch/model/call_event.hpp"
#include "simulator/wire/pdu.hpp"

#include <optional>

namespace ctiengine::simulator {

/// The event as a monitor sends it. `version`: negotiated private data, 0 for none. Nullopt: a type that no
/// monitor reports.
std::optional<wire::Frame> event_frame(
    const CallEvent& event, LocalConnectionState_t local, std::uint32_t cross_reference, int version
);
std::optional<wire::Frame> event_frame(const AgentEvent& event, std::uint32_t cross_reference, int version);

std::optional<wire::Frame> event_frame(const DeviceEvent& event, std::uint32_t cross_reference);

/// Does the monitor's filter let the event through? A set bit holds it back.
bool passes(const CSTAMonitorFilter_t& filter, int event_type);

}  // namespace ctiengine::simulator
