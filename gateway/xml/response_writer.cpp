#include "gateway/xml/response_writer.hpp"

#include "gateway/xml/answer_parts.hpp"
#include "gateway/xml/filter_items.hpp"
#include "gateway/xml/names.hpp"
#include "gateway/xml/system_names.hpp"

#include <cstring>

namespace ctiengine::gateway {
namespace {

/// In the client's own reading: the events kept back, or with DMCC's inverted reading the events sent.
void write_actual_filter(ElementWriter root, const char* list, const MonitorFilter& filter) {
    auto groups = root.child(list);
    std::optional<ElementWriter> group;
    const char* group_name = "";
    for (const auto& item : kFilterItems) {
        const bool sent = item.kind && filter.sends(*item.kind);
        if (sent != filter.inverted) continue;
        if (std::strcmp(group_name, item.group) != 0) group = groups.child(item.group);
        group_name = item.group;
        group->flag(item.name, true);
    }
}

void write_device_call(ElementWriter list, const csta::DeviceCall& call, const Dialect& dialect) {
    auto info = list.child("snapshotDeviceResponseInfo");
    write_connection(info, "connectionIdentifier", call.connection, dialect);
    auto state = info.child("localCallState");
    if (call.states.empty()) return state.empty("unknown");
    auto compound = state.child("compoundCallState");
    for (const auto connection : call.states) {
        compound.optional_word("localConnectionState", state_name(connection));
    }
}

void write_call_party(ElementWriter list, const csta::CallParty& party, const Dialect& dialect) {
    auto info = list.child("snapshotCallResponseInfo");
    write_party(info, "deviceOnCall", party.device, dialect);
    write_connection(info, "callIdentifier", party.connection, dialect);
    info.optional_word("localConnectionInfo", state_name(party.state));
}

/// Overload and lost messages are troubles of a link that is there.
bool link_is_up(csta::SystemStatus status) {
    return status != csta::SystemStatus::Initializing && status != csta::SystemStatus::Disabled;
}

ElementWriter snapshot_data(const MessageBuilder& message) {
    return message.root().child("crossRefIDorSnapshotData").child("snapshotData");
}

void write_avaya_agent_state(ElementWriter root, const csta::AgentStateAnswer& answer) {
    auto data = PrivateData(root).add("GetAgentStateResponsePrivateData", kAvayaNamespace);
    data.optional_word("workMode", work_mode_name(answer.work_mode));
    data.optional_word("talkState", talk_state_name(answer.talk_state));
    if (answer.reason_code != 0 || answer.state == csta::AgentState::NotReady) {
        data.number("reasonCode", answer.reason_code);
    }
    if (answer.pending_work_mode != csta::WorkMode::None) {
        data.number("pendingReasonCode", answer.pending_reason_code);
    }
}

}  // namespace

std::string write_done(std::string_view request, const Dialect& dialect) {
    return Response((std::string(request) + "Response").c_str(), dialect).text();
}

std::string write_avaya_done(std::string_view request) {
    return MessageBuilder((std::string(request) + "Response").c_str(), kAvayaNamespace).text();
}

std::string write_monitor_start_response(const MonitorStarted& answer, const Dialect& dialect) {
    Response message("MonitorStartResponse", dialect);
    auto root = message.root();
    root.text("monitorCrossRefID", answer.cross_ref_id);
    write_actual_filter(root, "actualMonitorFilter", answer.filter);
    root.flag("monitorExistingCalls", answer.existing_calls);
    if (answer.filter.inverted) {
        auto data = PrivateData(root).add("MonitorStartResponsePrivateData", kAvayaNamespace);
        auto used = data.child("usedFilter");
        used.flag("invertFilter", true);
        const bool digits = answer.filter.sends(EventKind::EnteredDigits);
        if (digits) used.child("callControlPrivate").flag("enteredDigits", true);
    }
    return message.text();
}

std::string write_change_monitor_filter_response(const MonitorFilter& filter, const Dialect& dialect) {
    Response message("ChangeMonitorFilterResponse", dialect);
    write_actual_filter(message.root(), "actualFilterList", filter);
    return message.text();
}

std::string write_snapshot_device_response(
    const csta::DeviceSnapshot& answer,
    const Dialect& dialect,
    const std::optional<csta::StationStatusAnswer>& status
) {
    Response message("SnapshotDeviceResponse", dialect);
    auto data = snapshot_data(message);
    for (const auto& call : answer.calls) write_device_call(data, call, dialect);
    if (!status) return message.text();
    PrivateData(message.root())
        .add("SnapshotDeviceResponsePrivateData", kAvayaNamespace)
        .text("stationStatus", status->busy ? "busy" : "idle");
    return message.text();
}

std::string write_snapshot_call_response(const csta::CallSnapshot& answer, const Dialect& dialect) {
    Response message("SnapshotCallResponse", dialect);
    auto data = snapshot_data(message);
    for (const auto& party : answer.parties) write_call_party(data, party, dialect);
    write_device_history(message.root(), answer.device_history, dialect);
    return message.text();
}

std::string write_set_agent_state_response(
    const csta::AgentStateSet& answer, csta::AgentMode asked, const Dialect& dialect
) {
    Response message("SetAgentStateResponse", dialect);
    auto root = message.root();
    if (answer.pending) root.optional_word("pendingAgentState", pending_state_name(asked));
    PrivateData(root)
        .add("SetAgentStateResponsePrivateData", kAvayaNamespace)
        .flag("isPending", answer.pending);
    return message.text();
}

std::string write_get_agent_state_response(const csta::AgentStateAnswer& answer, const Dialect& dialect) {
    Response message("GetAgentStateResponse", dialect);
    auto root = message.root();
    const bool logged_on = answer.state != csta::AgentState::Null;
    auto entry = root.child("agentStateList").child("agentStateEntry");
    if (logged_on) entry.optional_text("agentID", answer.agent_id);
    entry.flag("loggedOnState", logged_on);
    auto item = entry.child("agentInfo").child("agentInfoItem");
    item.text("agentState", agent_state_name(answer.state, answer.talk_state));
    item.optional_word("pendingAgentState", pending_state_name(answer.pending_work_mode));
    if (logged_on) write_avaya_agent_state(root, answer);
    return message.text();
}

std::string write_request_system_status_response(
    csta::SystemStatus status, const Dialect& dialect, std::string_view link_of
) {
    Response message("RequestSystemStatusResponse", dialect);
    message.root().text("systemStatus", status_name(status));
    if (link_of.empty()) return message.text();
    auto link = PrivateData(message.root())
                    .add("RequestSystemStatusResponsePrivateData", kAvayaNamespace)
                    .child("switchTlinkStatus");
    link.text("switchName", link_of);
    link.text("tlinkStatus", link_is_up(status) ? "tlinkUp" : "tlinkDown");
    return message.text();
}

std::string write_system_register_response(const SystemRegistered& answer, const Dialect& dialect) {
    Response message("SystemRegisterResponse", dialect);
    message.root().text("sysStatRegisterID", answer.register_id);
    auto filter = message.root().child("actualStatusFilter");
    for (const auto& [status, name] : kStatusFilterItems) {
        if (answer.filter.sends(status) == answer.filter.inverted) filter.flag(name, true);
    }
    return message.text();
}

std::string write_get_third_party_device_id_response(std::string_view device_id) {
    MessageBuilder message("GetThirdPartyDeviceIdResponse", kAvayaNamespace);
    message.root().text("device", device_id);
    return message.text();
}

std::string write_get_device_id_response(std::string_view device_id) {
    MessageBuilder message("GetDeviceIdResponse", kAvayaNamespace);
    message.root().text("device", device_id);
    return message.text();
}

}  // namespace ctiengine::gateway
