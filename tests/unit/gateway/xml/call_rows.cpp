// Long because it is a table: the requests about calls.
#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "tests/unit/gateway/xml/request_row_parts.hpp"
#include "tests/unit/gateway/xml/request_tables.hpp"

namespace ctiengine::gateway::test {
namespace {

const std::string kMakeCallData = "extensions/privateData/private/MakeCallPrivateData/callPrivateData/";

RequestUnderTest make_call() {
    csta::MakeCall expected;
    expected.calling = "4001";
    expected.called = "4002";
    expected.user_data = kHello;
    expected.priority = true;
    expected.dest_route = "9";
    expected.type_of_call = csta::TypeOfCall::DirectAgent;
    expected.split = "600";
    const auto xml = element("callingDevice", "4001:CM1::0", " typeOfNumber=\"other\"") +
                     element("calledDirectoryNumber", "4002") + element("autoOriginate", "doNotPrompt") +
                     kUserData + kPriority + call_private_data("MakeCallPrivateData");
    return {
        "MakeCall",
        element("MakeCall", xml, kCsta),
        with_forms(&read_make_call),
        csta::Request(expected),
        {"callingDevice", "calledDirectoryNumber", kMakeCallData + "acdGroup"},
        joined(
            BadValues{
                {"callingDevice", ""},
                {"callingDevice", "4001:CM1"},
                {"calledDirectoryNumber", std::string(64, '7')},
                {"callCharacteristics/priorityCall", "yes"},
                {kMakeCallData + "destRoute", "a:b"},
                {kMakeCallData + "acdGroup", ""},
                {kMakeCallData + "typeOfCall", "urgent"}},
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
    expected.type_of_call = csta::TypeOfCall::DirectAgent;
    expected.split = "600";
    const auto xml = connection("existingCall", 217, "4001") + element("consultedDevice", "4003") +
                     kUserData + kPriority + call_private_data("ConsultationCallPrivateData");
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
    const auto data = private_data(
        element("ClearConnectionPrivateData", element("dropResource", "DR_TONE_GENERATOR"), kAvaya)
    );
    return {
        "ClearConnection",
        element(
            "ClearConnection", connection("connectionToBeCleared", 217, "4001") + kUserData + data, kCsta
        ),
        with_forms(&read_clear_connection),
        csta::Request(csta::ClearConnection{kHeld, kHello, csta::DropResource::ToneGenerator}),
        connection_paths("connectionToBeCleared"),
        joined(
            joined(connection_faults("connectionToBeCleared"), kUserDataFaults),
            {{"extensions/privateData/private/ClearConnectionPrivateData/dropResource", "RINGER"}}
        )};
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
        element(name, element(parameter, element("callID", "217", kCsta)), attributes),
        with_forms(read),
        expected,
        {parameter, parameter + "/callID"},
        {{parameter + "/callID", "x"}}};
}

RequestUnderTest reconnect_call() {
    auto row = two_connections(
        "ReconnectCall", &read_reconnect_call,
        csta::ReconnectCall{kActive, kHeld, kHello, csta::DropResource::CallClassifier}
    );
    const auto data = private_data(element(
        "ReconnectCallPrivateData", element("dropResource", "DR_CALL_CLASSIFIER") + kAvayaUserData, kAvaya
    ));
    const auto calls = connection("activeCall", 218, "4001") + connection("heldCall", 217, "4001");
    row.xml = element("ReconnectCall", calls + data, kCsta);
    return row;
}

}  // namespace

std::vector<RequestUnderTest> call_rows() {
    return {
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
        call_only(
            "GetCallLinkageData", "call", &read_get_call_linkage_data, csta::QueryUcid{{217, "", false}},
            kAvaya
        ),
    };
}

}  // namespace ctiengine::gateway::test
