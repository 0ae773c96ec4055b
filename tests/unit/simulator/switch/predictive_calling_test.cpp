// Predictive calls (tsapi: 3 row cstaMakePredictiveCall, 6.5 answer treatment and reasons); service observing
// (7.5 notes).
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;

SwitchPlan plan_with_machine() {
    auto plan = small_plan();
    plan.ring = milliseconds(1000);
    plan.far_ends.insert(
        plan.far_ends.begin(), {"0", FarEndPlan::Behaviour::Machine, milliseconds(0), milliseconds(500), {}}
    );
    return plan;
}

class PredictiveCallingTest : public SwitchTest {
  protected:
    PredictiveCallingTest() : SwitchTest(plan_with_machine()) {}

    void call(const std::string& to, ATTAnswerTreat_t treatment = AT_NO_TREATMENT, int rings = 0) {
        PredictiveCall asked{"4001", to};
        asked.treatment = treatment;
        asked.max_rings = rings;
        ASSERT_TRUE(switch_.predictive().make(asked));
    }
};

TEST_F(PredictiveCallingTest, TheOriginatorRingsWhenTheFarEndHasAnswered) {
    call("97");
    EXPECT_EQ(legs(), "1/T1#1 alerting");
    EXPECT_TRUE(events_.take("4001").empty());
    pass(milliseconds(1000));
    EXPECT_EQ(legs(), "1/T1#1 connect, 1/4001 alerting");
    EXPECT_EQ(events_.last("4001", CSTA_DELIVERED).data.reason, AR_ANSWER_NORMAL);
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4001")));
    EXPECT_EQ(legs(), "1/T1#1 connect, 1/4001 connect");
    EXPECT_THAT(
        events_.take_watched(),
        ElementsAre("call 1 DELIVERED", "call 1 ESTABLISHED", "call 1 DELIVERED", "call 1 ESTABLISHED")
    );
}

TEST_F(PredictiveCallingTest, TheOriginatorRingsAtOnceWhenDeliveredIsEnough) {
    PredictiveCall asked{"4001", "97"};
    asked.allocation = AS_CALL_DELIVERED;
    ASSERT_TRUE(switch_.predictive().make(asked));
    EXPECT_EQ(legs(), "1/T1#1 alerting, 1/4001 alerting");
}

TEST_F(PredictiveCallingTest, AStationCanBeCalledToo) {
    call("4002");
    EXPECT_EQ(legs(), "1/4002 alerting");
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4002")));
    EXPECT_EQ(legs(), "1/4002 connect, 1/4001 alerting");
}

TEST_F(PredictiveCallingTest, AMachineIsConnectedDroppedOrNotNoticed) {
    call("90", AT_CONNECT);
    pass(milliseconds(500));
    EXPECT_EQ(events_.last("4001", CSTA_DELIVERED).data.reason, AR_ANSWER_MACHINE_DETECTED);
    ASSERT_TRUE(switch_.clearing().clear_call(1));
    call("90", AT_DROP);
    pass(milliseconds(500));
    EXPECT_TRUE(switch_.calls().empty());
    call("90");
    pass(milliseconds(500));
    EXPECT_EQ(events_.last("4001", CSTA_DELIVERED).data.reason, AR_ANSWER_NORMAL);
}

TEST_F(PredictiveCallingTest, WhoCannotBeReachedEndsTheCall) {
    for (const auto* number : {"91", "93", "94", "7777"}) {
        events_.take_watched();
        call(number);
        EXPECT_TRUE(switch_.calls().empty()) << number;
        const auto watched = events_.take_watched();
        ASSERT_GE(watched.size(), 3U);
        EXPECT_THAT(watched.front(), testing::HasSubstr("FAILED")) << number;
        EXPECT_THAT(watched[watched.size() - 2], testing::HasSubstr("CALL_CLEARED")) << number;
    }
    EXPECT_EQ(events_.last("4001", CSTA_FAILED).cause, EC_DEST_NOT_OBTAINABLE);
}

TEST_F(PredictiveCallingTest, NobodyIsRungLongerThanAsked) {
    call("92", AT_NO_TREATMENT, 3);
    pass(milliseconds(2999));
    EXPECT_EQ(switch_.calls().size(), 1U);
    pass(milliseconds(1));
    EXPECT_TRUE(switch_.calls().empty());
    EXPECT_EQ(events_.last("4001", CSTA_FAILED).cause, EC_CALL_NOT_ANSWERED);
    EXPECT_EQ(timeline_.next_due(), std::nullopt);
}

TEST_F(PredictiveCallingTest, ABusyOriginatorLosesTheCall) {
    connect("4001", "4010");
    PredictiveCall asked{"4010", "97"};
    ASSERT_TRUE(switch_.predictive().make(asked));
    pass(milliseconds(1000));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4010 connect");
}

TEST_F(PredictiveCallingTest, AVdnBringsTheCallToAnAgent) {
    ASSERT_TRUE(switch_.agents().set_state({"4005", AM_LOG_IN, "2011", "1234", WM_AUTO_IN}));
    PredictiveCall asked{"4900", "97"};
    const auto made = switch_.predictive().make(asked);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->connection, leg(1, "4900"));
    EXPECT_TRUE(events_.take("4900").empty()) << "the call has not come to the VDN yet";
    pass(milliseconds(1000));
    EXPECT_EQ(events_.last("4900", CSTA_DELIVERED).data.reason, AR_ANSWER_NORMAL);
    while (legs() == "1/T1#1 connect" && timeline_.next_due()) timeline_.advance_to(*timeline_.next_due());
    EXPECT_EQ(legs(), "1/T1#1 connect, 1/4005 alerting");
    const auto& ringing = events_.last("4005", CSTA_DELIVERED);
    EXPECT_EQ(ringing.calling.number, "4900");
    EXPECT_EQ(ringing.called.number, "7");
    EXPECT_EQ(ringing.last_redirection.number, "4900");
    EXPECT_EQ(ringing.data.split, "4950");
}

TEST_F(PredictiveCallingTest, ASplitThatCanBeDialledBringsTheCallToAnAgent) {
    ASSERT_TRUE(switch_.agents().set_state({"4007", AM_LOG_IN, "2013", "1234", WM_AUTO_IN}));
    ASSERT_TRUE(switch_.predictive().make({"4960", "97"}));
    pass(milliseconds(1000));
    EXPECT_EQ(legs(), "1/T1#1 connect, 1/4007 alerting");
}

TEST_F(PredictiveCallingTest, AVdnHearsWhenNobodyIsReached) {
    ASSERT_TRUE(switch_.predictive().make({"4900", "91"}));
    EXPECT_EQ(events_.last("4900", CSTA_FAILED).cause, EC_BUSY);
    EXPECT_EQ(events_.last("4900", CSTA_CALL_CLEARED).connection.call, 1U);
    EXPECT_TRUE(switch_.calls().empty());
}

TEST_F(PredictiveCallingTest, NeedsAStationAndANumber) {
    EXPECT_EQ(failure_of(switch_.predictive().make({"7777", "97"})), INVALID_CALLING_DEVICE);
    EXPECT_EQ(failure_of(switch_.predictive().make({"4001", ""})), OBJECT_NOT_KNOWN);
}

TEST_F(PredictiveCallingTest, ASupervisorListensIn) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.joining().observe(1, "4003"));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 connect, 1/4003 connect");
    EXPECT_EQ(events_.last("4003", CSTA_ESTABLISHED).data.reason, AR_SERVICE_OBSERVER);
    EXPECT_EQ(events_.take().size(), 3U) << "ESTABLISHED for each, no CONFERENCED";
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_TRUE(switch_.calls().empty());
    EXPECT_EQ(failure_of(switch_.joining().observe(1, "4003")), INVALID_CSTA_CONNECTION_IDENTIFIER);
}

}  // namespace
}  // namespace ctiengine::simulator::test
