#include "gateway/xml/call_movement_reader.hpp"
#include "gateway/xml/predictive_call_reader.hpp"
#include "tests/unit/gateway/xml/request_row_parts.hpp"
#include "tests/unit/gateway/xml/request_tables.hpp"

namespace ctiengine::gateway::test {
namespace {

RequestUnderTest single_step_conference_call() {
    const auto xml = connection("activeCall", 217, "4001") + element("deviceToJoin", "4003") +
                     element("participationType", "silent");
    return {
        "SingleStepConferenceCall",
        element("SingleStepConferenceCall", xml, kCsta),
        with_forms(&read_single_step_conference_call),
        csta::Request(csta::SingleStepConferenceCall{kHeld, "4003", csta::ParticipationType::Silent}),
        joined(connection_paths("activeCall"), {"deviceToJoin", "participationType"}),
        joined(
            connection_faults("activeCall"),
            {{"deviceToJoin", ""}, {"participationType", "none"}, {"participationType", ""}}
        )};
}

/// A connection and a device.
template <class Reader>
RequestUnderTest connection_and_device(
    const std::string& name,
    const std::string& connection_name,
    const std::string& device_name,
    Reader read,
    csta::Request expected
) {
    const auto xml = connection(connection_name, 217, "4001") + element(device_name, "4003");
    return {
        name,
        element(name, xml, kCsta),
        with_forms(read),
        expected,
        joined(connection_paths(connection_name), {device_name}),
        joined(connection_faults(connection_name), {{device_name, ""}, {device_name, "1:2"}})};
}

RequestUnderTest deflect_call_of_edition_6() {
    const auto xml =
        connection("callToBeDiverted", 217, "4001") + element("newDestination", element("device", "4003"));
    return {
        "DeflectCallOfEdition6",
        element(
            "DeflectCall", xml, " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed6\""
        ),
        with_forms(&read_deflect_call),
        csta::Request(csta::DeflectCall{kHeld, "4003"}),
        joined(connection_paths("callToBeDiverted"), {"newDestination"}),
        {{"newDestination/device", ""}, {"newDestination/device", "1:2"}},
        false};
}

RequestUnderTest make_predictive_call() {
    csta::MakePredictiveCall expected;
    expected.calling = "5000";
    expected.called = "90301234567";
    expected.allocation = csta::AllocationState::CallDelivered;
    expected.user_data = kHello;
    expected.dest_route = "9";
    expected.priority = true;
    expected.max_rings = 5;
    expected.answering_machine = csta::AnswerTreatment::Drop;
    const auto signalling = element("signallingCondition", "callDelivered") +
                            element("signallingConditionsAction", "destinationDetection");
    const auto item = element("destinationCondition", "answeringMachine") +
                      element("detectionAction", "clearCalledConnection");
    const auto xml =
        element("callingDevice", "5000") + element("calledDirectoryNumber", "90301234567") +
        element("signallingDetection", signalling) +
        element("destinationDetection", element("detectionItem", item)) +
        element("defaultAction", "remainConnected") + element("alertTime", "30") + kPriority + kUserData +
        private_data(element("MakePredictiveCallPrivateData", element("destRoute", "9"), kAvaya));
    const std::string in = "destinationDetection/detectionItem/";
    return {
        "MakePredictiveCall",
        element("MakePredictiveCall", xml, kCsta),
        with_forms(&read_make_predictive_call),
        csta::Request(expected),
        {"callingDevice", "calledDirectoryNumber", "signallingDetection/signallingCondition",
         "signallingDetection/signallingConditionsAction", in + "destinationCondition",
         in + "detectionAction"},
        joined(
            BadValues{
                {"callingDevice", ""},
                {"signallingDetection/signallingCondition", "callFailed"},
                {"signallingDetection/signallingConditionsAction", ""},
                {in + "destinationCondition", "facsimileMachine"},
                {in + "detectionAction", "hide"},
                {"defaultAction", "clearCalledConnection"},
                {"alertTime", "0"},
                {"alertTime", "91"},
                {"extensions/privateData/private/MakePredictiveCallPrivateData/destRoute", "a:b"}},
            kUserDataFaults
        )};
}

RequestUnderTest generate_digits() {
    const auto xml = connection("connectionToSendDigits", 217, "4001") + element("digitMode", "dTMF") +
                     element("charactersToSend", "0123456789*#ABCD") + element("toneDuration", "100") +
                     element("pauseDuration", "50");
    return {
        "GenerateDigits",
        element("GenerateDigits", xml, kCsta),
        with_forms(&read_generate_digits),
        csta::Request(csta::GenerateDigits{kHeld, "0123456789*#ABCD", 100, 50}),
        joined(connection_paths("connectionToSendDigits"), {"charactersToSend"}),
        joined(
            connection_faults("connectionToSendDigits"), {{"digitMode", "rotaryPulse"},
                                                          {"charactersToSend", ""},
                                                          {"charactersToSend", "1 2"},
                                                          {"charactersToSend", "E"},
                                                          {"charactersToSend", std::string(33, '1')},
                                                          {"toneDuration", "-1"},
                                                          {"toneDuration", "1001"},
                                                          {"pauseDuration", "short"}}
        )};
}

template <bool Hold>
Result<csta::SelectiveListening> read_listening(const IncomingMessage& message, DeviceForms& forms) {
    return read_selective_listening(message, forms, Hold);
}

template <bool Hold>
RequestUnderTest selective_listening(const std::string& name) {
    const std::string in = "selectiveListening";
    const auto xml = element(
        in, avaya_connection("subjectConnection", 217, "4001") + element("allParties", "false") +
                avaya_connection("selectedParty", 218, "4001")
    );
    return {
        name,
        element(name, xml, kAvaya),
        with_forms(&read_listening<Hold>),
        csta::Request(csta::SelectiveListening{kHeld, Hold, false, kActive}),
        joined(
            joined(connection_paths(in + "/subjectConnection"), connection_paths(in + "/selectedParty")), {in}
        ),
        joined(
            joined(connection_faults(in + "/subjectConnection"), connection_faults(in + "/selectedParty")),
            {{in + "/allParties", "some"}}
        )};
}

}  // namespace

std::vector<RequestUnderTest> call_movement_rows() {
    return {
        single_step_conference_call(),
        connection_and_device(
            "SingleStepTransferCall", "activeCall", "transferredTo", &read_single_step_transfer_call,
            csta::SingleStepTransferCall{kHeld, "4003"}
        ),
        connection_and_device(
            "DeflectCall", "callToBeDiverted", "newDestination", &read_deflect_call,
            csta::DeflectCall{kHeld, "4003"}
        ),
        deflect_call_of_edition_6(),
        connection_and_device(
            "DirectedPickupCall", "callToBePickedUp", "requestingDevice", &read_directed_pickup_call,
            csta::PickupCall{kHeld, "4003"}
        ),
        make_predictive_call(),
        generate_digits(),
        selective_listening<true>("SelectiveListeningHold"),
        selective_listening<false>("SelectiveListeningRetrieve"),
    };
}

}  // namespace ctiengine::gateway::test
