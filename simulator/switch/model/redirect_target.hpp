#pragma once

#include "simulator/switch/model/switch_core.hpp"

namespace ctiengine::simulator {

/// Where a call that is up may be sent to by deflection or single-step transfer: a station with a free
/// appearance, a logged-in agent's station, or the outside through a free circuit (tsapi: 9.1, CS0/17,
/// CS3/42, CS3/43). `destination.station` is set for stations and agents.
Outcome<Destination> redirect_target(SwitchCore& core, const Call& call, const std::string& digits);

}  // namespace ctiengine::simulator
