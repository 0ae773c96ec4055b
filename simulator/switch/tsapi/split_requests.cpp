// Splits and skills: monitors, numbers, members (tsapi: 6.2, 7.6, 8).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

Refusal not_a_split(const Request& request, const std::string& device) {
    return request.refuse(Denial::NotASplit, "'" + device + "' is no split and no skill");
}

/// The stations of the members as private events, ten in each, and an empty one at the end.
void send_members(Request& request, long reference, const std::vector<std::string>& stations) {
    std::size_t next = 0;
    for (;;) {
        ATTQueryAgentLoginResp_t att{};
        att.privEventCrossRefID = reference;
        while (next < stations.size() && att.list.count < ATT_MAX_AGENT_EXT) {
            put_text(att.list.device[att.list.count++], stations[next++]);
        }
        auto frame = wire::make_frame(CSTAEVENTREPORT, CSTA_PRIVATE, 0, CSTAPrivateEvent_t{}).value();
        put_private(frame, ATT_QUERY_AGENT_LOGIN_RESP, att);
        request.at.monitors.send(request.stream, std::move(frame));
        if (att.list.count == 0) return;
    }
}

}  // namespace

Reply monitor_calls_via_device(Request& request) {
    const auto& asked = request.as<CSTAMonitorCallsViaDevice_t>();
    const auto device = text_of(asked.deviceID);
    const auto& directory = request.at.telephone_switch.core().directory;
    const auto* skill = directory.skill(device);
    if (directory.vdn(device) == nullptr && skill == nullptr) {
        return request.refuse(Denial::UnknownDevice, "'" + device + "' is no VDN and no split");
    }
    if (skill != nullptr && skill->vector_controlled) {
        return request.refuse(
            Denial::NotASplit, "skill " + device + " is controlled by vectors; monitor its VDNs"
        );
    }
    return start_monitor(request, device, asked.monitorFilter, MonitorKind::Calls);
}

Outcome<void> check_split(const Request& request, const std::string& agent_id) {
    const auto* given = request.att.as<ATTQueryAgentState_t>();
    const auto split = given == nullptr ? std::string() : text_of(given->split);
    if (split.empty()) return {};
    const auto& at = request.at.telephone_switch;
    if (request.at.telephone_switch.core().directory.skill(split) == nullptr) {
        return not_a_split(request, split);
    }
    if (!agent_id.empty() && !at.distribution().has_skill(agent_id, split)) {
        return request.refuse(Denial::AgentNotMember, "agent " + agent_id + " has not skill " + split);
    }
    return {};
}

Reply query_acd_split(Request& request) {
    const auto device = text_of(request.att.as<ATTQueryAcdSplit_t>()->device);
    auto& at = request.at.telephone_switch;
    if (at.core().directory.skill(device) == nullptr) return not_a_split(request, device);
    const auto load = at.distribution().load(device);
    ATTQueryAcdSplitConfEvent_t att{};
    att.availableAgents = static_cast<short>(load.available_agents);
    att.callsInQueue = static_cast<short>(load.calls_in_queue);
    att.agentsLoggedIn = static_cast<short>(load.agents_logged_in);
    auto reply = escape_confirmation();
    put_private(*reply, ATT_QUERY_ACD_SPLIT_CONF, att);
    return reply;
}

Reply query_agent_login(Request& request) {
    const auto device = text_of(request.att.as<ATTQueryAgentLogin_t>()->device);
    auto& at = request.at.telephone_switch;
    if (at.core().directory.skill(device) == nullptr) return not_a_split(request, device);
    ATTQueryAgentLoginConfEvent_t att{};
    att.privEventCrossRefID = request.at.monitors.next_private_reference();
    send_members(request, att.privEventCrossRefID, at.distribution().stations_of(device));
    auto reply = escape_confirmation();
    put_private(*reply, ATT_QUERY_AGENT_LOGIN_CONF, att);
    return reply;
}

Reply query_call_classifier(Request& request) {
    ATTQueryCallClassifierConfEvent_t att{};
    att.numAvailPorts = static_cast<short>(request.at.telephone_switch.plan().call_classifiers);
    auto reply = escape_confirmation();
    put_private(*reply, ATT_QUERY_CALL_CLASSIFIER_CONF, att);
    return reply;
}

}  // namespace ctiengine::simulator
