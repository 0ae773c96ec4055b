// Long because it is a table: one row per client message.
#include "tests/unit/gateway/xml/requests_under_test.hpp"

#include "gateway/xml/agent_reader.hpp"
#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/session_reader.hpp"
#include "gateway/xml/system_reader.hpp"

#include <ostream>

namespace ctiengine::gateway::test {
namespace {

using namespace std::chrono_literals;
using BadValues = std::vector<RequestUnderTest::BadValue>;

AnyRequest to_any(csta::Device device) {
    return device;
}
template <class T>
AnyRequest to_any(T request) {
    if constexpr (std::is_constructible_v<csta::Request, T>) {
        return csta::Request(std::move(request));
    } else {
        return request;
    }
}

template <class T>
auto with_forms(Result<T> (*read)(const IncomingMessage&, DeviceForms&)) {
    return [read](const IncomingMessage& message, DeviceForms& forms) -> Result<AnyRequest> {
        auto request = read(message, forms);
        if (!request) return request.error();
        return to_any(*std::move(request));
    };
}

template <class T>
auto without_forms(Result<T> (*read)(const IncomingMessage&)) {
    return [read](const IncomingMessage& message, DeviceForms&) -> Result<AnyRequest> {
        auto request = read(message);
        if (!request) return request.error();
        return to_any(*std::move(request));
    };
}

constexpr const char* kCsta = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";
constexpr const char* kSession =
    " xmlns=\"http://www.ecma-international.org/standards/ecma-354/appl_session\"";
constexpr const char* kAvaya = " xmlns=\"http://www.avaya.com/csta\"";

std::string element(const std::string& name, const std::string& content, const char* attributes = "") {
    return "<" + name + attributes + ">" + content + "</" + name + ">";
}
std::string connection(const std::string& name, int call, const std::string& device) {
    return element(name, element("callID", std::to_string(call)) + element("deviceID", device));
}
std::string private_data(const std::string& content) {
    return element("extensions", element("privateData", element("private", content)));
}

const csta::Connection kHeld{217, "4001", false};
const csta::Connection kActive{218, "4001", false};
const csta::UserData kHello{csta::UserDataProtocol::Ia5Ascii, "Hello"};
const std::string kUserData = "<userData><string>48656C6C6F</string></userData>";
const std::string kPriority = "<callCharacteristics><priorityCall>true</priorityCall></callCharacteristics>";

std::string route(const std::string& name) {
    return private_data(element(name, element("callPrivateData", element("destRoute", "9")), kAvaya));
}

std::vector<std::string> connection_paths(const std::string& name) {
    return {name, name + "/callID", name + "/deviceID"};
}

BadValues connection_faults(const std::string& name) {
    return {{name + "/callID", "call-7"}, {name + "/callID", "-1"},         {name + "/callID", "0"},
            {name + "/callID", ""},       {name + "/callID", "4294967296"}, {name + "/deviceID", ""},
            {name + "/deviceID", "a:b"}};
}

template <class List>
List joined(List first, const List& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

template <class Reader>
RequestUnderTest one_connection(
    const std::string& name, const std::string& parameter, Reader read, csta::Request expected
) {
    return {
        name,
        element(name, connection(parameter, 217, "4001"), kCsta),
        with_forms(read),
        expected,
        connection_paths(parameter),
        connection_faults(parameter)};
}

template <class Reader>
RequestUnderTest two_connections(const std::string& name, Reader read, csta::Request expected) {
    return {
        name,
        element(name, connection("heldCall", 217, "4001") + connection("activeCall", 218, "4001"), kCsta),
        with_forms(read),
        expected,
        joined(connection_paths("heldCall"), connection_paths("activeCall")),
        joined(connection_faults("heldCall"), connection_faults("activeCall"))};
}

const BadValues kUserDataFaults = {
    {"userData/string", "4"}, {"userData/string", "zz"}, {"userData/string", std::string(258, 'A')}};

RequestUnderTest make_call() {
    csta::MakeCall expected;
    expected.calling = "4001";
    expected.called = "4002";
    expected.user_data = kHello;
    expected.priority = true;
    expected.dest_route = "9";
    const auto xml = element("callingDevice", "4001:CM1::0", " typeOfNumber=\"other\"") +
                     element("calledDirectoryNumber", "4002") + element("autoOriginate", "doNotPrompt") +
                     kUserData + kPriority + route("MakeCallPrivateData");
    return {
        "MakeCall",
        element("MakeCall", xml, kCsta),
        with_forms(&read_make_call),
        csta::Request(expected),
        {"callingDevice", "calledDirectoryNumber"},
        joined(
            BadValues{
                {"callingDevice", ""},
                {"callingDevice", "4001:CM1"},
                {"calledDirectoryNumber", std::string(64, '7')},
                {"callCharacteristics/priorityCall", "yes"},
                {"extensions/privateData/private/MakeCallPrivateData/callPrivateData/destRoute", "a:b"}},
            kUserDataFaults
        )};
}

RequestUnderTest consultation_call() {
    csta::ConsultationCall expected;
    expected.active = kHeld;
    expected.consulted = "4003";
    expected.user_data = kHello;
    expected.priority = true;
    expected.dest_route = "9";
    const auto xml = connection("existingCall", 217, "4001") + element("consultedDevice", "4003") +
                     kUserData + kPriority + route("ConsultationCallPrivateData");
    auto paths = connection_paths("existingCall");
    paths.push_back("consultedDevice");
    return {
        "ConsultationCall",
        element("ConsultationCall", xml, kCsta),
        with_forms(&read_consultation_call),
        csta::Request(expected),
        paths,
        joined(connection_faults("existingCall"), kUserDataFaults)};
}

RequestUnderTest clear_connection() {
    return {
        "ClearConnection",
        element("ClearConnection", connection("connectionToBeCleared", 217, "4001") + kUserData, kCsta),
        with_forms(&read_clear_connection),
        csta::Request(csta::ClearConnection{kHeld, kHello}),
        connection_paths("connectionToBeCleared"),
        joined(connection_faults("connectionToBeCleared"), kUserDataFaults)};
}

/// Of ClearCall, SnapshotCall and GetCallLinkageData: the device is of no importance.
template <class Reader>
RequestUnderTest call_only(
    const std::string& name,
    const std::string& parameter,
    Reader read,
    csta::Request expected,
    const char* attributes = kCsta
) {
    return {
        name,
        element(name, element(parameter, element("callID", "217")), attributes),
        with_forms(read),
        expected,
        {parameter, parameter + "/callID"},
        {{parameter + "/callID", "x"}}};
}

RequestUnderTest reconnect_call() {
    auto row =
        two_connections("ReconnectCall", &read_reconnect_call, csta::ReconnectCall{kActive, kHeld, kHello});
    const auto data = private_data(element("ReconnectCallPrivateData", kUserData, kAvaya));
    row.xml.insert(row.xml.find("</ReconnectCall>"), data);
    return row;
}

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
    expected.login = SessionLogin{"cti", "p w", 60s, "5F21C0"};
    expected.resume = EventResume{EventPosition{18446744073709551615U, 1234}};
    expected.protocol_versions = {namespace_of(Edition::Ed3)};
    expected.duration = 180s;
    const auto login = element("userName", "cti") + element("password", "p w") +
                       element("sessionCleanupDelay", "60") + element("sessionID", "5F21C0");
    const auto resume = element("epoch", "18446744073709551615") + element("seq", "1234");
    const auto specific = element("SessionLoginInfo", login, kAvaya) +
                          element("EventResume", resume, " xmlns=\"urn:ctiengine:1\"");
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
         "requestedProtocolVersions/protocolVersion", "requestedSessionDuration",
         in + "SessionLoginInfo/userName", in + "EventResume/epoch", in + "EventResume/seq"},
        {{"applicationInfo/applicationID", ""},
         {"requestedSessionDuration", "long"},
         {"requestedSessionDuration", "-1"},
         {"requestedSessionDuration", ""},
         {in + "SessionLoginInfo/userName", ""},
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
            element("sessionID", "5F21C0") + element("requestedSessionDuration", "180"), kSession
        ),
        without_forms(&read_reset_application_session_timer),
        ResetApplicationSessionTimer{"5F21C0", 180s},
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

const std::vector<RequestUnderTest>& requests_under_test() {
    static const std::vector<RequestUnderTest> kRows = {
        start_application_session(),
        stop_application_session(),
        reset_application_session_timer(),
        system_register(),
        system_register_cancel(),
        monitor_start(),
        monitor_start_of_call(),
        monitor_stop(),
        snapshot_device(),
        call_only(
            "SnapshotCall", "snapshotObject", &read_snapshot_call, csta::SnapshotCall{{217, "", false}}
        ),
        make_call(),
        one_connection("AnswerCall", "callToBeAnswered", &read_answer_call, csta::AnswerCall{kHeld}),
        clear_connection(),
        call_only("ClearCall", "callToBeCleared", &read_clear_call, csta::ClearCall{{217, "", false}}),
        one_connection("HoldCall", "callToBeHeld", &read_hold_call, csta::HoldCall{kHeld}),
        one_connection("RetrieveCall", "callToBeRetrieved", &read_retrieve_call, csta::RetrieveCall{kHeld}),
        two_connections("AlternateCall", &read_alternate_call, csta::AlternateCall{kActive, kHeld}),
        reconnect_call(),
        consultation_call(),
        two_connections("TransferCall", &read_transfer_call, csta::TransferCall{kHeld, kActive}),
        two_connections("ConferenceCall", &read_conference_call, csta::ConferenceCall{kHeld, kActive}),
        set_agent_state(),
        get_agent_state(),
        get_third_party_device_id(),
        get_device_id(),
        release_device_id(),
        call_only(
            "GetCallLinkageData", "call", &read_get_call_linkage_data, csta::QueryUcid{{217, "", false}},
            kAvaya
        ),
    };
    return kRows;
}

void PrintTo(const RequestUnderTest& row, std::ostream* out) {
    *out << row.name;
}

}  // namespace ctiengine::gateway::test
