#include "simulator/switch/control/call_centre_truth.hpp"

namespace ctiengine::simulator {

using nlohmann::json;

json skills_json(const Switch& telephone_switch) {
    json skills = json::array();
    for (const auto& skill : telephone_switch.plan().skills) {
        const auto load = telephone_switch.distribution().load(skill.extension);
        json entry{
            {"extension", skill.extension},
            {"name", skill.name},
            {"agentsLoggedIn", load.agents_logged_in},
            {"agentsAvailable", load.available_agents},
            {"queue", json::array()}};
        for (const auto& place : telephone_switch.distribution().queue().all()) {
            if (place.skill != skill.extension) continue;
            json queued{{"callId", place.call}, {"priority", place.priority}};
            if (!place.agent.empty()) queued["agentId"] = place.agent;
            entry["queue"].push_back(std::move(queued));
        }
        skills.push_back(std::move(entry));
    }
    return skills;
}

json routes_json(const TsapiService& service) {
    json routes = json::array();
    for (const auto& [id, registration] : service.routes().registrations()) {
        routes.push_back(
            {{"registration", id}, {"device", registration.device}, {"stream", registration.sink->number()}}
        );
    }
    return routes;
}

void add_acd_trail(json& entry, const Call& call) {
    if (call.acd.in_vector) entry["inVector"] = true;
    if (!call.acd.vdn.empty()) entry["vdn"] = call.acd.vdn;
    if (!call.acd.split.empty()) entry["split"] = call.acd.split;
    if (call.acd.entered) entry["enteredDigits"] = call.acd.entered->digits;
}

}  // namespace ctiengine::simulator
