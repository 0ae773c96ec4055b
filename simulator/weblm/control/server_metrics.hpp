#pragma once
#include "common/metrics/metrics.hpp"
#include "simulator/weblm/control/simulator_parts.hpp"

namespace ctiengine::weblm_sim {

/// What Prometheus may know of the simulator. `parts` outlives the metrics; ask on the thread of the loop.
void add_server_metrics(metrics::Metrics& metrics, SimulatorParts& parts);

}  // namespace ctiengine::weblm_sim
