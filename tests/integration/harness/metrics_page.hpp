#pragma once
#include "tests/integration/harness/child_process.hpp"

#include <string>

namespace ctiengine::tests {

/// What Prometheus reads of this process now. It was started with a METRICSADDRESS of 127.0.0.1:0.
std::string metrics_page(ChildProcess& process);

/// How often the gateway has turned somebody away for this reason (ctiengine_ws_rejected_total).
double rejected(ChildProcess& gateway, const std::string& reason);

}  // namespace ctiengine::tests
