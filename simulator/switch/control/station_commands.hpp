#pragma once

#include "simulator/switch/control/answer.hpp"

namespace ctiengine::simulator {

/// Commands by which people use the features of their stations.
const CommandTable& station_commands();

}  // namespace ctiengine::simulator
