#pragma once

#include "simulator/switch/tsapi/tsapi_service.hpp"

#include <nlohmann/json.hpp>

namespace ctiengine::simulator {

/// Everything as the switch sees it: calls, logged-in agents, stations, monitors, streams. README.md of this
/// folder has the format.
nlohmann::json truth_json(
    const Switch& telephone_switch,
    const MonitorTable& monitors,
    const TsapiService& service,
    const SwitchLink& link
);

/// "initiated", "alerting", "connected", "hold", "queued", "failed".
const char* state_name(LocalConnectionState_t state);

}  // namespace ctiengine::simulator
