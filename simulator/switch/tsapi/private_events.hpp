#pragma once

#include "simulator/switch/model/call_event.hpp"
#include "simulator/wire/frame.hpp"

namespace ctiengine::simulator {

/// Adds the Avaya private data of a call event in the layout of the negotiated version
/// (tsapi: 6.1, 6.3, 6.4). Version 0, and events without private data in that version: the frame stays as it
/// is.
void add_private_data(wire::Frame& frame, const CallEvent& event, int version);

/// The digits that a party of the call typed, the same in all versions.
void add_entered_digits(wire::Frame& frame, const CallEvent& event, LocalConnectionState_t local);

/// The private data of a route request (tsapi: 7.7).
void add_route_request(wire::Frame& frame, const CallPrivate& data, int version);

/// The same for an agent event.
void add_private_data(wire::Frame& frame, const AgentEvent& event, int version);

}  // namespace ctiengine::simulator
