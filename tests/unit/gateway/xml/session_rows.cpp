// Long because it is a table: sessions, monitors, agents, device IDs.
#include "gateway/xml/agent_reader.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/session_reader.hpp"
#include "gateway/xml/system_reader.hpp"
#include "tests/unit/gateway/xml/request_row_parts.hpp"
#include "tests/unit/gateway/xml/request_tables.hpp"

namespace ctiengine::gateway::test {
namespace {

using namespace std::chrono_literals;

constexpr auto kOwn = " xmlns=\"urn:ctiengine:1\"";

RequestUnderTest set_agent_state() {
    csta::SetAgentState expected;
    expected.device = "4001";
    expected.mode = csta::AgentMode::NotReady;
    expected.agent_id = "2001";
    expected.group = "600";
    expected.password = "1234";
    expected.work_mode = csta::WorkMode::AuxWork;
    expected.reason_code = 3;
    expected.enable_pending = true;
    const auto data = private_data(element(
        "SetAgentStatePrivateData",
        element("workMode", "auxWork") + element("reasonCode", "3") + element("enablePending", "true"), kAvaya
    ));
    const auto xml = element("device", "4001") + element("requestedAgentState", "notReady") +
                     element("agentID", "2001") + element("password", "31323334") + element("group", "600") +
                     data;
    const std::string in = "extensions/privateData/private/SetAgentStatePrivateData/";
    return {
        "SetAgentState",
        element("SetAgentState", xml, kCsta),
        with_forms(&read_set_agent_state),
        csta::Request(expected),
        {"device", "requestedAgentState"},
        {{"device", ""},
         {"requestedAgentState", "agentReady"},
         {"requestedAgentState", ""},
         {"password", "pass"},
         {"password", "3197"},
         {"password", "00"},
         {in + "workMode", "auto"},
         {in + "reasonCode", "100"},
         {in + "reasonCode", "-1"},
         {in + "reasonCode", "one"},
         {in + "enablePending", "maybe"}}};
}

RequestUnderTest get_agent_state() {
    return {
        "GetAgentState",
        element("GetAgentState", element("device", "4001") + element("acdGroup", "600"), kCsta),
        with_forms(&read_get_agent_state),
        csta::Request(csta::QueryAgentState{"4001", "600"}),
        {"device"},
        {{"device", "a:b"}}};
}

RequestUnderTest monitor_start() {
    MonitorStart expected;
    expected.object = csta::Device("4001");
    expected.type = MonitorType::Call;
    expected.filter.set(EventKind::Held, false);
    expected.filter.set(EventKind::AgentBusy, false);
    const auto filter = element("callcontrol", element("held", "true") + element("retrieved", "false")) +
                        element("logicalDeviceFeature", element("agentBusy", "1"));
    const auto xml = element("monitorObject", element("deviceObject", "4001")) +
                     element("requestedMonitorFilter", filter) + element("monitorType", "call");
    return {
        "MonitorStart",
        element("MonitorStart", xml, kCsta),
        with_forms(&read_monitor_start),
        expected,
        {"monitorObject", "monitorObject/deviceObject"},
        {{"monitorObject/deviceObject", ""},
         {"monitorType", "x"},
         {"requestedMonitorFilter/callcontrol/held", "2"}}};
}

RequestUnderTest monitor_start_of_call() {
    const auto object = element("callObject", element("callID", "217"));
    return {
        "MonitorStartOfCall",
        element("MonitorStart", element("monitorObject", object), kCsta),
        with_forms(&read_monitor_start),
        MonitorStart{csta::Connection{217, "", false}, MonitorType::Call, {}},
        {"monitorObject", "monitorObject/callObject/callID"},
        {{"monitorObject/callObject/callID", "a"}}};
}

RequestUnderTest monitor_stop() {
    return {
        "MonitorStop",
        element("MonitorStop", element("monitorCrossRefID", "17"), kCsta),
        without_forms(&read_monitor_stop),
        MonitorStop{"17"},
        {"monitorCrossRefID"},
        {{"monitorCrossRefID", ""}}};
}

RequestUnderTest change_monitor_filter() {
    ChangeMonitorFilter expected{"17", {}};
    expected.filter.set(EventKind::Held, false);
    const auto filter = element("callcontrol", element("held", "true") + element("retrieved", "false"));
    return {
        "ChangeMonitorFilter",
        element(
            "ChangeMonitorFilter",
            element("monitorCrossRefID", "17") + element("requestedFilterList", filter), kCsta
        ),
        without_forms(&read_change_monitor_filter),
        expected,
        {"monitorCrossRefID", "requestedFilterList"},
        {{"monitorCrossRefID", ""}, {"requestedFilterList/callcontrol/held", "2"}}};
}

RequestUnderTest snapshot_device() {
    return {
        "SnapshotDevice",
        element("SnapshotDevice", element("snapshotObject", "4001"), kCsta),
        with_forms(&read_snapshot_device),
        csta::Request(csta::SnapshotDevice{"4001"}),
        {"snapshotObject"},
        {{"snapshotObject", ""}}};
}

RequestUnderTest start_application_session() {
    StartApplicationSession expected;
    expected.application_id = "desk";
    expected.login = SessionLogin{"cti", "p w", 60s, "5F21C0", "aa.bb.cc"};
    expected.resume = EventResume{EventPosition{18446744073709551615U, 1234}};
    expected.protocol_versions = {namespace_of(Edition::Ed3)};
    expected.duration = 180s;
    const auto login = element("userName", "cti") + element("password", "p w") +
                       element("sessionCleanupDelay", "60") + element("sessionID", "5F21C0");
    const auto resume = element("epoch", "18446744073709551615") + element("seq", "1234");
    const auto specific = element("SessionLoginInfo", login, kAvaya) + element("Token", "aa.bb.cc", kOwn) +
                          element("EventResume", resume, kOwn);
    const auto xml =
        element(
            "applicationInfo", element("applicationID", "desk") + element("applicationSpecificInfo", specific)
        ) +
        element("requestedProtocolVersions", element("protocolVersion", namespace_of(Edition::Ed3))) +
        element("requestedSessionDuration", "180");
    const std::string in = "applicationInfo/applicationSpecificInfo/";
    return {
        "StartApplicationSession",
        element("StartApplicationSession", xml, kSession),
        without_forms(&read_start_application_session),
        expected,
        {"applicationInfo", "applicationInfo/applicationID", "requestedProtocolVersions",
         "requestedProtocolVersions/protocolVersion", "requestedSessionDuration", in + "EventResume/epoch",
         in + "EventResume/seq"},
        {{"applicationInfo/applicationID", ""},
         {"requestedSessionDuration", "long"},
         {"requestedSessionDuration", "-1"},
         {"requestedSessionDuration", ""},
         {in + "SessionLoginInfo/sessionCleanupDelay", "soon"},
         {in + "EventResume/seq", "x"},
         {in + "EventResume/epoch", "-1"},
         {in + "EventResume/epoch", "18446744073709551616"}}};
}

RequestUnderTest stop_application_session() {
    const auto reason = element("sessionEndReason", element("definedEndReason", "normal"));
    return {
        "StopApplicationSession",
        element("StopApplicationSession", element("sessionID", "5F21C0") + reason, kSession),
        without_forms(&read_stop_application_session),
        StopApplicationSession{"5F21C0", "normal"},
        {"sessionID", "sessionEndReason"},
        {{"sessionID", ""}}};
}

RequestUnderTest reset_application_session_timer() {
    return {
        "ResetApplicationSessionTimer",
        element(
            "ResetApplicationSessionTimer",
            element("sessionID", "5F21C0") + element("requestedSessionDuration", "180") +
                element("extensions", element("Token", "aa.bb.cc", kOwn)),
            kSession
        ),
        without_forms(&read_reset_application_session_timer),
        ResetApplicationSessionTimer{"5F21C0", 180s, "aa.bb.cc"},
        {"sessionID", "requestedSessionDuration"},
        {{"sessionID", ""}, {"requestedSessionDuration", "1.5"}}};
}

RequestUnderTest system_register() {
    SystemRegister expected;
    expected.system_status = true;
    expected.filter.set(csta::SystemStatus::MessagesLost, false);
    const auto xml = element("requestTypes", element("systemStatus", "true")) +
                     element("requestedStatusFilter", element("messageLost", "true"));
    return {
        "SystemRegister",
        element("SystemRegister", xml, kCsta),
        without_forms(&read_system_register),
        expected,
        {"requestTypes"},
        {{"requestTypes/systemStatus", "on"}, {"requestedStatusFilter/messageLost", "on"}}};
}

RequestUnderTest system_register_cancel() {
    return {
        "SystemRegisterCancel",
        element("SystemRegisterCancel", element("sysStatRegisterID", "3"), kCsta),
        without_forms(&read_system_register_cancel),
        SystemRegisterCancel{"3"},
        {"sysStatRegisterID"},
        {{"sysStatRegisterID", ""}}};
}

RequestUnderTest get_third_party_device_id() {
    const auto xml =
        element("switchName", "CM1") + element("extension", "4001") + element("deviceInstance", "1");
    return {
        "GetThirdPartyDeviceId",
        element("GetThirdPartyDeviceId", xml, kAvaya),
        without_forms(&read_get_third_party_device_id),
        DeviceIdRequest{"4001", "CM1", "", 1},
        {"extension"},
        {{"extension", ""}, {"deviceInstance", "3"}}};
}

RequestUnderTest get_device_id() {
    const auto xml = element("switchName", "CM1") + element("switchIPInterface", "10.0.0.1") +
                     element("extension", "4001") + element("controllableByOtherSessions", "true");
    return {
        "GetDeviceId",
        element("GetDeviceId", xml, kAvaya),
        without_forms(&read_get_device_id),
        DeviceIdRequest{"4001", "CM1", "10.0.0.1", 0},
        {"extension"},
        {{"extension", ""}}};
}

RequestUnderTest release_device_id() {
    return {
        "ReleaseDeviceId",
        element("ReleaseDeviceId", element("device", "4001:CM1::0"), kAvaya),
        with_forms(&read_release_device_id),
        csta::Device("4001"),
        {"device"},
        {{"device", ""}}};
}

}  // namespace

std::vector<RequestUnderTest> session_rows() {
    return {
        start_application_session(),
        stop_application_session(),
        reset_application_session_timer(),
        system_register(),
        system_register_cancel(),
        monitor_start(),
        monitor_start_of_call(),
        monitor_stop(),
        change_monitor_filter(),
        snapshot_device(),
        set_agent_state(),
        get_agent_state(),
        get_third_party_device_id(),
        get_device_id(),
        release_device_id(),
    };
}

}  // namespace ctiengine::gateway::test
