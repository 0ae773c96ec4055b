// Agents and what is known of devices (tsapi: 7.6).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

/// Work mode, reason and the wish to wait, as far as the version of the private data has them.
void read_private(const wire::OwnedPdu& att, AgentRequest& request) {
    if (const auto* given = att.as<ATTSetAgentState_t>()) {
        request.work_mode = given->workMode;
        request.reason_code = static_cast<int>(given->reasonCode);
        request.enable_pending = given->enablePending != 0;
    } else if (const auto* v5 = att.as<ATTV5SetAgentState_t>()) {
        request.work_mode = v5->workMode;
        request.reason_code = static_cast<int>(v5->reasonCode);
    } else if (const auto* v4 = att.as<ATTV4SetAgentState_t>()) {
        request.work_mode = v4->workMode;
    }
}

template <class Att>
Att common_state(const AgentStatus& agent) {
    Att att{};
    att.workMode = agent.agent_id.empty() ? WM_NONE : agent.mode.work_mode;
    att.talkState = agent.on_call ? TS_ON_CALL : TS_IDLE;
    if constexpr (requires { att.reasonCode; }) att.reasonCode = agent.mode.reason_code;
    if constexpr (requires { att.pendingWorkMode; }) {
        att.pendingWorkMode = agent.pending ? agent.pending->work_mode : WM_NONE;
        att.pendingReasonCode = agent.pending ? agent.pending->reason_code : 0;
    }
    return att;
}

void put_agent_state(wire::Frame& frame, const AgentStatus& agent, int version) {
    if (version >= 6) {
        put_private(frame, ATT_QUERY_AGENT_STATE_CONF, common_state<ATTQueryAgentStateConfEvent_t>(agent));
    } else if (version == 5) {
        put_private(
            frame, ATTV5_QUERY_AGENT_STATE_CONF, common_state<ATTV5QueryAgentStateConfEvent_t>(agent)
        );
    } else if (version > 0) {
        put_private(
            frame, ATTV4_QUERY_AGENT_STATE_CONF, common_state<ATTV4QueryAgentStateConfEvent_t>(agent)
        );
    }
}

}  // namespace

Reply set_agent_state(Request& request) {
    const auto& asked = request.as<CSTASetAgentState_t>();
    AgentRequest wish;
    wish.device = text_of(asked.device);
    wish.mode = asked.agentMode;
    wish.agent_id = text_of(asked.agentID);
    wish.password = text_of(asked.agentPassword);
    read_private(request.att, wish);
    const auto pending = request.at.telephone_switch.agents().set_state(wish);
    if (!pending) return pending.error();
    auto frame = confirmation(CSTA_SET_AGENT_STATE_CONF, CSTASetAgentStateConfEvent_t{});
    if (request.version() >= 6) {
        ATTSetAgentStateConfEvent_t att{};
        att.isPending = *pending ? 1 : 0;
        put_private(frame, ATT_SET_AGENT_STATE_CONF, att);
    }
    return frame;
}

Reply query_agent_state(Request& request) {
    const auto device = text_of(request.as<CSTAQueryAgentState_t>().device);
    const auto agent = request.at.telephone_switch.agents().query(device);
    if (!agent) return agent.error();
    if (const auto checked = check_split(request, agent->agent_id); !checked) return checked.error();
    CSTAQueryAgentStateConfEvent_t abi{};
    abi.agentState = agent->state();
    auto frame = confirmation(CSTA_QUERY_AGENT_STATE_CONF, abi);
    put_agent_state(frame, *agent, request.version());
    return frame;
}

Reply query_device_info(Request& request) {
    const auto device = text_of(request.as<CSTAQueryDeviceInfo_t>().device);
    auto& at = request.at.telephone_switch;
    const bool station = at.core().directory.station(device) != nullptr;
    if (!station && at.core().directory.agent(device) == nullptr) {
        return request.refuse(Denial::UnknownDevice, "'" + device + "' is no station and no agent");
    }
    // A station names its agent as associated device, an agent its station.
    const auto partner = station ? at.agents().agent_at(device) : at.agents().station_of(device);
    CSTAQueryDeviceInfoConfEvent_t abi{};
    put_text(abi.device, device);
    abi.deviceType = DT_STATION;
    abi.deviceClass = DC_VOICE;
    auto frame = confirmation(CSTA_QUERY_DEVICE_INFO_CONF, abi);
    if (request.version() >= 5) {
        ATTQueryDeviceInfoConfEvent_t att{};
        att.extensionClass = station ? EC_PROPRIETARY : EC_LOGICAL_AGENT;
        att.associatedClass = partner.empty() ? EC_OTHER : station ? EC_LOGICAL_AGENT : EC_PROPRIETARY;
        put_text(att.associatedDevice, partner);
        put_private(frame, ATT_QUERY_DEVICE_INFO_CONF, att);
    } else if (request.version() > 0) {
        ATTV4QueryDeviceInfoConfEvent_t att{};
        att.extensionClass = station ? EC_PROPRIETARY : EC_LOGICAL_AGENT;
        put_private(frame, ATTV4_QUERY_DEVICE_INFO_CONF, att);
    }
    return frame;
}

}  // namespace ctiengine::simulator
