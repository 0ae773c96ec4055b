#pragma once
#include "simulator/weblm/control/simulator_parts.hpp"

#include <string>

namespace ctiengine::weblm_sim {

/// All that a test may want to compare, as indented JSON.
std::string state_json(SimulatorParts& parts);

}  // namespace ctiengine::weblm_sim
