#pragma once

#include "simulator/switch/model/switch_plan.hpp"
#include "simulator/switch/plan/json_section.hpp"

namespace ctiengine::simulator {

/// Reads skills, vectors and VDNs. Throws PlanError.
void read_call_centre(JsonSection& plan, SwitchPlan& into);

/// Every vector and skill that is named must be there. Throws PlanError.
void check_call_centre(const JsonSection& plan, const SwitchPlan& read);

}  // namespace ctiengine::simulator
