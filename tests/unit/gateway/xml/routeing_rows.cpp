#include "gateway/xml/routeing_reader.hpp"
#include "tests/unit/gateway/xml/request_row_parts.hpp"
#include "tests/unit/gateway/xml/request_tables.hpp"

namespace ctiengine::gateway::test {
namespace {

const std::string kDialogue = element("crossRefIdentifier", "12") + element("routeRegisterReqID", "3");

RequestUnderTest route_register() {
    return {
        "RouteRegister",
        element("RouteRegister", element("routeingDevice", "5000"), kCsta),
        with_forms(&read_route_register),
        RouteRegister{"5000"},
        {},
        {{"routeingDevice", "1:2"}}};
}

RequestUnderTest route_register_cancel() {
    return {
        "RouteRegisterCancel",
        element("RouteRegisterCancel", element("routeRegisterReqID", "3"), kCsta),
        without_forms(&read_route_register_cancel),
        RouteRegisterCancel{"3"},
        {"routeRegisterReqID"},
        {{"routeRegisterReqID", ""}}};
}

csta::RouteSelect full_select() {
    csta::RouteSelect select;
    select.cross_ref = 12;
    select.selected = "4001";
    select.remaining_retries = 2;
    select.route_used_wanted = true;
    select.direct_agent_split = "600";
    select.priority = true;
    select.dest_route = "9";
    select.collect = csta::CollectCode{32, 4, 10, {}, 0};
    select.provided = csta::ProvidedCode{17, "1234#"};
    select.user_data = kHello;
    select.network_redirection = true;
    return select;
}

std::string avaya_select() {
    const auto collect = element("collectCodeType", "toneDetector") + element("digitsToBeCollected", "4") +
                         element("timeout", "10");
    const auto provided = element("providedCodeType", "databaseProvided") + element("data", "1234#");
    return private_data(element(
        "RouteSelectPrivateData",
        element("directAgentCallSplit", "600") + element("priorityCalling", "true") +
            element("destRoute", "9") + element("collectCode", collect) +
            element("userProvidedCode", provided) + kAvayaUserData +
            element("networkCallRedirection", "true"),
        kAvaya
    ));
}

RequestUnderTest route_select() {
    const auto xml = kDialogue + element("routeSelected", "4001") +
                     element("remainRetries", element("retryCount", "2")) + element("routeUsedReq", "true") +
                     avaya_select();
    const std::string in = "extensions/privateData/private/RouteSelectPrivateData/";
    return {
        "RouteSelect",
        element("RouteSelect", xml, kCsta),
        with_forms(&read_route_select),
        OfRegistration<csta::RouteSelect>{"3", full_select()},
        {"crossRefIdentifier", "routeSelected", "remainRetries/retryCount",
         in + "collectCode/digitsToBeCollected", in + "userProvidedCode/data"},
        {{"crossRefIdentifier", "x"},
         {"crossRefIdentifier", "-1"},
         {"routeSelected", ""},
         {"remainRetries/retryCount", "-1"},
         {"routeUsedReq", "perhaps"},
         {in + "directAgentCallSplit", "1:2"},
         {in + "priorityCalling", "x"},
         {in + "destRoute", "1:2"},
         {in + "collectCode/collectCodeType", "ear"},
         {in + "collectCode/digitsToBeCollected", "25"},
         {in + "collectCode/timeout", "64"},
         {in + "userProvidedCode/providedCodeType", "x"},
         {in + "userProvidedCode/data", "A"},
         {in + "networkCallRedirection", "x"}}};
}

RequestUnderTest route_end() {
    const auto xml = kDialogue + element("errorValue", element("operation", "invalidDestination"));
    return {
        "RouteEnd",
        element("RouteEnd", xml, kCsta),
        without_forms(&read_route_end),
        OfRegistration<csta::RouteEnd>{"3", {"", 12, static_cast<csta::UniversalFailure>(14)}},
        {"crossRefIdentifier"},
        {{"crossRefIdentifier", ""}, {"errorValue/operation", "tired"}}};
}

RequestUnderTest route_reject() {
    return {
        "RouteReject",
        element("RouteReject", kDialogue + element("rejectCause", "busyOverflow"), kCsta),
        without_forms(&read_route_reject),
        OfRegistration<csta::RouteEnd>{"3", {"", 12, csta::UniversalFailure::ResourceOutOfService}},
        {"crossRefIdentifier"},
        {{"crossRefIdentifier", "1.5"}, {"rejectCause", "tired"}}};
}

}  // namespace

std::vector<RequestUnderTest> routeing_rows() {
    return {route_register(), route_register_cancel(), route_select(), route_end(), route_reject()};
}

}  // namespace ctiengine::gateway::test
