#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

/// 5001 is registered for routeing by gateway g1 under the number 3.
class TelephonyRouteingTest : public TelephonyTest {
  protected:
    TelephonyRouteingTest() {
        begin();
        ask(csta::MonitorStart{csta::routeing("5001")});
        port.input(RouteRegistered{port.take("register route 5001"), 3});
        EXPECT_EQ(answered(), Names{"done"});
    }
    void request_route(std::int32_t cross_ref) {
        csta::RouteRequested request;
        request.cross_ref = cross_ref;
        port.input(RouteReported{3, request});
    }
    static csta::RouteSelect select(std::int32_t cross_ref) {
        csta::RouteSelect route;
        route.routeing_device = "5001";
        route.cross_ref = cross_ref;
        route.selected = "4001";
        return route;
    }
};

TEST_F(TelephonyRouteingTest, ARouteRequestIsToldAndAnsweredUnderTheRegistration) {
    request_route(9);
    EXPECT_THAT(news(), ElementsAre("routeing of 5001 route 0"));
    ask(select(9));
    EXPECT_THAT(port.waiting(), ElementsAre("select route 3"));
    EXPECT_EQ(answered(), Names{"done"}) << "the switch confirms no selection";
    pass(1min);
    EXPECT_THAT(port.waiting(), ElementsAre("select route 3")) << "an answered dialogue is not ended";
}

TEST_F(TelephonyRouteingTest, OneGatewayAtATimeRoutesADevice) {
    ask(csta::MonitorStart{csta::routeing("5001")}, 10s, "g2");
    EXPECT_EQ(answered(), Names{"failure 33"});
    ask(csta::MonitorStop{csta::routeing("5001")});
    ask(csta::MonitorStart{csta::routeing("5001")}, 10s, "g2");
    EXPECT_EQ(answered(), (Names{"done", "done"}));
}

TEST_F(TelephonyRouteingTest, AnotherGatewayCannotAnswer) {
    request_route(9);
    ask(select(9), 10s, "g2");
    EXPECT_EQ(answered(), Names{"failure 4"});
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyRouteingTest, ADialogueThatNobodyAnswersIsEnded) {
    request_route(9);
    pass(9s);
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1s);
    EXPECT_THAT(port.waiting(), ElementsAre("end route 3"));
}

TEST_F(TelephonyRouteingTest, WithoutAnApplicationCallersDoNotWait) {
    ask(csta::MonitorStop{csta::routeing("5001")});
    request_route(9);
    EXPECT_THAT(port.waiting(), ElementsAre("end route 3"));
}

TEST_F(TelephonyRouteingTest, TheRegistrationIsCancelledAfterTheLinger) {
    ask(csta::MonitorStop{csta::routeing("5001")});
    pass(30s);
    EXPECT_THAT(port.waiting(), ElementsAre("cancel route 3"));
}

TEST_F(TelephonyRouteingTest, AGatewayThatStaysAwayLosesItsRegistration) {
    telephony.gateway_attached("g1");
    telephony.gateway_detached("g1");
    pass(29s);
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1s);
    EXPECT_THAT(port.waiting(), ElementsAre("cancel route 3"));
}

TEST_F(TelephonyRouteingTest, TheLossOfTheLinkEndsTheRegistration) {
    link_lost();
    EXPECT_THAT(news(), ElementsAre("routeing of 5001 synthetic route 4", "system status 4"));
    pass(1min);
    link_up();
    EXPECT_THAT(port.waiting(), IsEmpty()) << "the client registers again, not we";
}

TEST_F(TelephonyRouteingTest, TheSwitchCanEndTheRegistration) {
    port.input(RouteReported{3, csta::RouteRegistrationEnded{}});
    EXPECT_THAT(news(), ElementsAre("routeing of 5001 route 4"));
    ask(select(9));
    EXPECT_EQ(answered(), Names{"failure 4"});
}

TEST_F(TelephonyRouteingTest, NumbersOfRegistrationsAndMonitorsAreCountedApart) {
    monitor("4001", 3);
    call_event(3, csta::ServiceInitiated{leg(1, "4001")}, csta::ConnectionState::Initiated);
    request_route(9);
    EXPECT_THAT(news(), ElementsAre("4001 initiated 1", "routeing of 5001 route 0"));
}

}  // namespace
}  // namespace ctiengine::telephony
