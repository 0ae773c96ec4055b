#pragma once

#include "simulator/switch/tsapi/tsapi_service.hpp"

#include <nlohmann/json.hpp>

namespace ctiengine::simulator {

/// Skills with their queues, in the order of service.
nlohmann::json skills_json(const Switch& telephone_switch);

/// Programs that route calls, and for which VDN; an empty device stands for all.
nlohmann::json routes_json(const TsapiService& service);

/// What VDNs and skills have left on the call; nothing for other calls.
void add_acd_trail(nlohmann::json& entry, const Call& call);

}  // namespace ctiengine::simulator
