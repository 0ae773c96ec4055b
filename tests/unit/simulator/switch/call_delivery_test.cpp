// Forwarding, send all calls and coverage (tsapi: 7.1 causes, 7.2 rows of DIVERTED).
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

SwitchPlan covered_plan() {
    auto plan = small_plan();
    plan.ring = std::chrono::milliseconds(1000);
    plan.coverage_paths = {{1, {"4003", "4004"}, true, true, false, 2}, {2, {"97"}, false, false, true, 1}};
    plan.stations[1].coverage_path = 1;
    plan.stations[9].coverage_path = 1;
    plan.stations[4].coverage_path = 2;
    return plan;
}

class CallDeliveryTest : public SwitchTest {
  protected:
    CallDeliveryTest() : SwitchTest(covered_plan()) {}

    void call(const std::string& to) { ASSERT_TRUE(switch_.setup().make_call("4001", to, {})); }
    void forward(const std::string& device, ForwardingType_t type, const std::string& to) {
        ASSERT_TRUE(switch_.features().set_forwarding(device, {type, true, to}));
        events_.forget();
    }
};

TEST_F(CallDeliveryTest, ForwardedCallsRingElsewhereAtOnce) {
    forward("4006", FWD_IMMEDIATE, "4007");
    call("4006");
    EXPECT_EQ(legs(), "1/4001 connect, 1/4007 alerting");
    const auto& delivered = events_.last("4007", CSTA_DELIVERED);
    EXPECT_EQ(delivered.cause, EC_CALL_FORWARD);
    EXPECT_EQ(delivered.called.number, "4006");
    EXPECT_EQ(delivered.last_redirection.number, "4006");
    ASSERT_EQ(delivered.data.history.size(), 1U);
    EXPECT_EQ(delivered.data.history[0].device, "4006");
    EXPECT_TRUE(events_.take("4006").empty()) << "a set that never rang is not told";
}

TEST_F(CallDeliveryTest, ForwardingReachesTheOutsideForCallersFromOutside) {
    forward("4006", FWD_IMMEDIATE, "97");
    ring_from_outside("030", "4006");
    EXPECT_EQ(legs(), "1/T1#1 connect, 1/T1#2 alerting");
}

TEST_F(CallDeliveryTest, StationsThatForwardToEachOtherAreBusy) {
    forward("4006", FWD_IMMEDIATE, "4007");
    forward("4007", FWD_IMMEDIATE, "4006");
    call("4006");
    EXPECT_EQ(legs(), "1/4001 fail");
    IncomingCall incoming;
    incoming.to = "4006";
    EXPECT_EQ(failure_of(switch_.setup().incoming(incoming)), RESOURCE_BUSY);
}

TEST_F(CallDeliveryTest, ForwardingOnBusyWaitsForBusy) {
    forward("4010", FWD_BUSY, "4007");
    call("4010");
    EXPECT_EQ(legs(), "1/4001 connect, 1/4010 alerting");
    ASSERT_TRUE(switch_.setup().make_call("4002", "4010", {}));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4010 alerting, 2/4002 connect, 2/4007 alerting");
    EXPECT_EQ(events_.last("4007", CSTA_DELIVERED).cause, EC_CALL_FORWARD_BUSY);
}

TEST_F(CallDeliveryTest, ForwardingOnNoAnswerWaitsThreeRings) {
    forward("4006", FWD_NO_ANS, "4007");
    call("4006");
    pass(std::chrono::milliseconds(2999));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4006 alerting");
    pass(std::chrono::milliseconds(1));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4007 alerting");
    EXPECT_EQ(events_.last("4007", CSTA_DELIVERED).cause, EC_CALL_FORWARD_NO_ANSWER);
}

TEST_F(CallDeliveryTest, UnansweredCallsGoToTheCoverPointWithoutNamingIt) {
    call("4002");
    pass(std::chrono::milliseconds(2000));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 alerting");
    EXPECT_EQ(events_.take("4002").back(), "DIVERTED 1/4002 subject 4002 local none cause 28");
    const auto& delivered = events_.last("4003", CSTA_DELIVERED);
    EXPECT_EQ(delivered.cause, EC_REDIRECTED);
    EXPECT_EQ(delivered.last_redirection.number, "4002");
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4003")));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 connect");
}

TEST_F(CallDeliveryTest, AnAnsweredCallStays) {
    call("4002");
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4002")));
    pass(std::chrono::milliseconds(5000));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 connect");
}

TEST_F(CallDeliveryTest, BusyStationsAreCoveredWithoutDiverted) {
    connect("4006", "4010");
    call("4010");
    EXPECT_EQ(legs(), "1/4006 connect, 1/4010 connect, 2/4001 connect, 2/4003 alerting");
    EXPECT_TRUE(events_.take("4010").empty());
}

TEST_F(CallDeliveryTest, SendAllCallsAndCoverAllSkipTheStation) {
    ASSERT_TRUE(switch_.features().set_send_all_calls("4002", true));
    call("4002");
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 alerting");
    ASSERT_TRUE(switch_.setup().make_call("4006", "4005", {}));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 alerting, 2/4006 connect, 2/T2#2 alerting");
}

TEST_F(CallDeliveryTest, SendAllCallsWithoutACoveragePathDoesNothing) {
    ASSERT_TRUE(switch_.features().set_send_all_calls("4006", true));
    call("4006");
    EXPECT_EQ(legs(), "1/4001 connect, 1/4006 alerting");
}

TEST_F(CallDeliveryTest, TheNextCoverPointTakesOverForOneOutOfService) {
    ASSERT_TRUE(switch_.features().set_in_service("4003", false));
    call("4002");
    pass(std::chrono::milliseconds(2000));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4004 alerting");
}

TEST_F(CallDeliveryTest, NothingIsDeflectedToAStationThatForwards) {
    forward("4006", FWD_IMMEDIATE, "4007");
    call("4008");
    EXPECT_EQ(failure_of(switch_.diverting().deflect(leg(1, "4008"), "4006")), RESOURCE_BUSY);
}

}  // namespace
}  // namespace ctiengine::simulator::test
