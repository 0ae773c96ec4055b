#include "simulator/switch/control/truth.hpp"

#include "simulator/switch/control/call_centre_truth.hpp"

#include <map>

namespace ctiengine::simulator {
namespace {

using nlohmann::json;

const char* agent_state_name(AgentState_t state) {
    switch (state) {
        case AG_READY: return "ready";
        case AG_WORK_NOT_READY: return "workingAfterCall";
        default: return "notReady";
    }
}

const char* work_mode_name(ATTWorkMode_t mode) {
    switch (mode) {
        case WM_AUTO_IN: return "autoIn";
        case WM_MANUAL_IN: return "manualIn";
        case WM_AFTCAL_WK: return "afterCallWork";
        default: return "auxWork";
    }
}

json party_json(const Party& party) {
    json entry{
        {"device", party.device},
        {"kind", party.trunk ? "trunk" : "station"},
        {"state", state_name(party.state)}};
    if (party.silent) entry["silent"] = true;
    if (!party.tones_heard.empty()) entry["tonesHeard"] = party.tones_heard;
    if (party.trunk) {
        entry["number"] = party.address.number;
        entry["trunkGroup"] = party.line.group;
        entry["trunkMember"] = party.line.member;
    }
    return entry;
}

/// The devices of the call that the party does not hear.
json unheard_json(const Call& call, const Party& party) {
    json devices = json::array();
    for (const auto& other : call.parties) {
        if (party.not_heard.count(other.serial) != 0) devices.push_back(other.device);
    }
    return devices;
}

json call_json(const Call& call) {
    json connections = json::array();
    for (const auto& party : call.parties) {
        connections.push_back(party_json(party));
        if (!party.not_heard.empty()) connections.back()["doesNotHear"] = unheard_json(call, party);
    }
    json entry{
        {"callId", call.id},
        {"ucid", call.ucid},
        {"calling", call.calling.number},
        {"called", call.called.number},
        {"connections", std::move(connections)}};
    add_acd_trail(entry, call);
    return entry;
}

json station_json(const StationPlan& station, const StationState& state) {
    json entry{{"extension", station.extension}, {"name", station.name}};
    static const std::map<ForwardingType_t, const char*> kTypes{
        {FWD_IMMEDIATE, "always"}, {FWD_BUSY, "busy"}, {FWD_NO_ANS, "noAnswer"}};
    for (const auto& [type, to] : state.forwarding) {
        const auto known = kTypes.find(type);
        entry["forwarding"][known == kTypes.end() ? std::to_string(type) : known->second] = to;
    }
    if (state.send_all_calls) entry["sendAllCalls"] = true;
    if (state.message_applications != 0) entry["messageWaiting"] = true;
    if (state.out_of_service) entry["outOfService"] = true;
    return entry;
}

json agent_json(const AgentStatus& agent) {
    json entry{
        {"agentId", agent.agent_id},
        {"extension", agent.extension},
        {"state", agent_state_name(agent.state())},
        {"workMode", work_mode_name(agent.mode.work_mode)},
        {"reasonCode", agent.mode.reason_code},
        {"talkState", agent.on_call ? "onCall" : "idle"}};
    if (agent.pending) {
        entry["pendingWorkMode"] = work_mode_name(agent.pending->work_mode);
        entry["pendingReasonCode"] = agent.pending->reason_code;
    }
    return entry;
}

json stream_json(const AcsStream& stream) {
    json entry{
        {"stream", stream.number()},
        {"login", stream.login()},
        {"application", stream.application()},
        {"tlink", stream.tlink()},
        {"privateData", stream.private_data_version()},
        {"peer", stream.peer()}};
    return entry;
}

}  // namespace

const char* state_name(LocalConnectionState_t state) {
    switch (state) {
        case CS_INITIATE: return "initiated";
        case CS_ALERTING: return "alerting";
        case CS_CONNECT: return "connected";
        case CS_HOLD: return "hold";
        case CS_QUEUED: return "queued";
        case CS_FAIL: return "failed";
        default: return "none";
    }
}

json truth_json(
    const Switch& telephone_switch,
    const MonitorTable& monitors,
    const TsapiService& service,
    const SwitchLink& link
) {
    json truth;
    truth["calls"] = json::array();
    for (const auto& [id, call] : telephone_switch.calls()) truth["calls"].push_back(call_json(call));
    truth["agents"] = json::array();
    for (const auto& agent : telephone_switch.agents().logged_in())
        truth["agents"].push_back(agent_json(agent));
    truth["skills"] = skills_json(telephone_switch);
    truth["routes"] = routes_json(service);
    truth["stations"] = json::array();
    for (const auto& station : telephone_switch.plan().stations) {
        truth["stations"].push_back(station_json(station, telephone_switch.stations().of(station.extension)));
    }
    truth["monitors"] = json::array();
    for (const auto& [reference, monitor] : monitors.all()) {
        json entry{{"crossRefId", reference}, {"stream", monitor.sink->number()}};
        if (monitor.call == 0) entry["device"] = monitor.device;
        if (monitor.call != 0) entry["callId"] = monitor.call;
        truth["monitors"].push_back(std::move(entry));
    }
    truth["streams"] = json::array();
    for (const auto& stream : service.streams()) truth["streams"].push_back(stream_json(*stream));
    truth["tlinks"] = json::array();
    for (const auto& tlink : service.tlinks()) {
        truth["tlinks"].push_back(
            {{"name", tlink.name}, {"port", tlink.port}, {"up", service.is_tlink_up(tlink.name)}}
        );
    }
    truth["systemStatus"] = link.is_up() ? "normal" : "disabled";
    return truth;
}

}  // namespace ctiengine::simulator
