#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi {
namespace {

PrivateContent with_ucid() {
    PrivateContent content;
    content.call.ucid = "00001002931700000007";
    return content;
}

csta::RouteRequested expected_request() {
    csta::RouteRequested request;
    request.cross_ref = 5;
    request.current_route = test::party("5000");
    request.calling = test::party("0301");
    request.routed_call = test::connection(7, "T7#1", true);
    request.algorithm = SV_ACD;
    request.priority = true;
    request.private_data.ucid = "00001002931700000007";
    return request;
}

TEST(RouteDecoder, ReadsTheRequestOfBothForms) {
    CSTARequestEvent event{};
    auto& ext = event.u.routeRequestExt;
    ext.routeRegisterReqID = 3;
    ext.routingCrossRefID = 5;
    ext.currentRoute = test::c_device("5000");
    ext.callingDevice = test::c_device("0301");
    ext.routedCall = test::c_connection(7, "T7#1", DYNAMIC_ID);
    ext.routedSelAlgorithm = SV_ACD;
    ext.priority = 1;
    auto report = decode_route_request(CSTA_ROUTE_REQUEST_EXT, event, with_ucid());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->register_id, 3);
    EXPECT_EQ(report->what, csta::RouteEvent(expected_request()));

    event = {};
    auto& old = event.u.routeRequest;
    old.routeRegisterReqID = 3;
    old.routingCrossRefID = 5;
    test::put(old.currentRoute, "5000");
    test::put(old.callingDevice, "0301");
    old.routedCall = test::c_connection(7, "T7#1", DYNAMIC_ID);
    old.routedSelAlgorithm = SV_ACD;
    old.priority = 1;
    report = decode_route_request(CSTA_ROUTE_REQUEST, event, with_ucid());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->what, csta::RouteEvent(expected_request()));
}

TEST(RouteDecoder, DoesNotInventTheCallerOfTheOldForm) {
    CSTARequestEvent event{};
    auto report = decode_route_request(CSTA_ROUTE_REQUEST, event, {});
    EXPECT_EQ(
        std::get<csta::RouteRequested>(report->what).calling.status, csta::PartyDevice::Status::NotKnown
    );
}

TEST(RouteDecoder, ReadsReRouteRequests) {
    CSTARequestEvent event{};
    event.u.reRouteRequest = {3, 5};
    auto report = decode_route_request(CSTA_RE_ROUTE_REQUEST, event, {});
    EXPECT_EQ(report->what, csta::RouteEvent(csta::ReRouteRequested{5}));
}

TEST(RouteDecoder, ReadsWhereTheCallWentInBothForms) {
    PrivateContent content;
    content.dest_route = "9";
    csta::RouteUsed expected{5, test::party("4001"), test::party("0301"), true, "9"};
    CSTAEventReport event{};
    event.u.routeUsedExt = {3, 5, test::c_device("4001"), test::c_device("0301"), 1};
    auto report = decode_route_report(CSTA_ROUTE_USED_EXT, event, PrivateContent(content));
    EXPECT_EQ(report->what, csta::RouteEvent(expected));
    event = {};
    event.u.routeUsed.routingCrossRefID = 5;
    test::put(event.u.routeUsed.routeUsed, "4001");
    test::put(event.u.routeUsed.callingDevice, "0301");
    event.u.routeUsed.domain = 1;
    report = decode_route_report(CSTA_ROUTE_USED, event, PrivateContent(content));
    EXPECT_EQ(report->what, csta::RouteEvent(expected));
}

TEST(RouteDecoder, ReadsTheEndsOfDialoguesAndRegistrations) {
    CSTAEventReport event{};
    event.u.routeEnd = {3, 5, RESOURCE_OUT_OF_SERVICE};
    auto report = decode_route_report(CSTA_ROUTE_END, event, {});
    EXPECT_EQ(
        report->what, csta::RouteEvent(csta::RouteEnded{5, csta::UniversalFailure::ResourceOutOfService})
    );
    event = {};
    event.u.registerAbort.routeRegisterReqID = 3;
    report = decode_route_report(CSTA_ROUTE_REGISTER_ABORT, event, {});
    EXPECT_EQ(report->register_id, 3);
    EXPECT_EQ(report->what, csta::RouteEvent(csta::RouteRegistrationEnded{}));
}

TEST(RouteDecoder, ArePartOfTheEventDecoder) {
    auto library = test::linked_library();
    ATTPrivateData_t none{};
    CSTAEvent_t event{};
    event.eventHeader = {1, CSTAREQUEST, CSTA_RE_ROUTE_REQUEST};
    event.event.cstaRequest.u.reRouteRequest = {3, 5};
    EXPECT_EQ(std::get<RouteReport>(*decode_event(library, event, none)).register_id, 3);
    event = {};
    event.eventHeader = {1, CSTAEVENTREPORT, CSTA_ROUTE_END};
    event.event.cstaEventReport.u.routeEnd = {4, 5, GENERIC_UNSPECIFIED};
    EXPECT_EQ(std::get<RouteReport>(*decode_event(library, event, none)).register_id, 4);
}

}  // namespace
}  // namespace ctiengine::tsapi
