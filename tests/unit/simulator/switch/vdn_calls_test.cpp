// Calls to VDNs, their queues and agents: tsapi 7.4, one test per row, and what the vector steps do.
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

class VdnCalls : public SwitchTest {
  protected:
    using SwitchTest::SwitchTest;

    void log_in(const std::string& station, const std::string& agent, ATTWorkMode_t mode = WM_AUTO_IN) {
        AgentRequest request{station, AM_LOG_IN, agent, "1234", mode};
        ASSERT_TRUE(switch_.agents().set_state(request));
        events_.forget();
    }

    CallId call_from_inside(const std::string& vdn) {
        return switch_.setup().make_call("4001", vdn, {}).value().connection.call;
    }

    CallId call_from_outside(const std::string& vdn, const std::string& digits = "") {
        IncomingCall incoming;
        incoming.from = "0301234";
        incoming.to = vdn;
        incoming.digits = digits;
        return switch_.setup().incoming(incoming).value().connection.call;
    }

    ATTWorkMode_t mode_at(const std::string& station) {
        return switch_.agents().query(station).value().mode.work_mode;
    }
};

// Rows "enters VDN" and "queued".
TEST_F(VdnCalls, EnterTheVdnAndQueue) {
    call_from_inside("4900");
    const auto lines = events_.take();
    EXPECT_THAT(
        lines,
        ElementsAre(
            "4001 SERVICE_INITIATED 1/4001 local initiate",
            "4001 ORIGINATED 1/4001 calling 4001 called 4900 local initiate cause 22",
            "4900 DELIVERED 1/4900 subject 4900 calling 4001 called 4900 local none cause 22",
            "4001 QUEUED 1/4950 subject 4950 calling 4001 called 4900 redirected 4900 waiting 1 local "
            "connect cause 28",
            "4900 QUEUED 1/4950 subject 4950 calling 4001 called 4900 redirected 4900 waiting 1 local none "
            "cause 28"
        )
    );
    EXPECT_EQ(events_.last("4900", CSTA_DELIVERED).data.delivered_type, DELIVERED_TO_ACD);
    EXPECT_FALSE(events_.last("4900", CSTA_DELIVERED).data.ucid.empty());
    EXPECT_EQ(legs(), "1/4001 connect");
}

// Rows "agent rings" and "answered".
TEST_F(VdnCalls, RingAtAFreeAgentAtOnce) {
    log_in("4002", "2011");
    call_from_inside("4900");
    EXPECT_THAT(
        events_.take("4002"),
        ElementsAre("DELIVERED 1/4002 subject 4002 calling 4001 called 4900 redirected 4900 local alerting "
                    "cause 28")
    );
    const auto delivered = events_.last("4002", CSTA_DELIVERED).data;
    EXPECT_EQ(delivered.split, "4950");
    EXPECT_EQ(delivered.delivered_type, DELIVERED_TO_ACD);
    EXPECT_EQ(delivered.distributing_device.number, "4900");
    EXPECT_EQ(delivered.distributing_vdn.number, "4900");
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4002")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 ESTABLISHED 1/4002 subject 4002 calling 4001 called 4900 redirected 4900 local connect "
            "cause 22",
            "4002 ESTABLISHED 1/4002 subject 4002 calling 4001 called 4900 redirected 4900 local connect "
            "cause 22",
            "4900 ESTABLISHED 1/4002 subject 4002 calling 4001 called 4900 redirected 4900 local none cause "
            "22"
        )
    );
    EXPECT_EQ(events_.last("4002", CSTA_ESTABLISHED).data.reason, AR_ANSWER_NORMAL);
}

// Row "agent holds".
TEST_F(VdnCalls, ReportHoldToTheVdn) {
    log_in("4002", "2011");
    const auto call = call_from_inside("4900");
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4002")));
    events_.forget();
    ASSERT_TRUE(switch_.handling().hold(leg(call, "4002")));
    EXPECT_THAT(events_.take("4900"), ElementsAre("HELD 1/4002 subject 4002 local none"));
}

// Row "agent hangs up first".
TEST_F(VdnCalls, EndWithCallClearedAtTheVdn) {
    log_in("4002", "2011");
    const auto call = call_from_inside("4900");
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4002")));
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(call, "4002")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 CONNECTION_CLEARED 1/4002 subject 4002 local connect",
            "4002 CONNECTION_CLEARED 1/4002 subject 4002 local null",
            "4900 CONNECTION_CLEARED 1/4002 subject 4002 local none",
            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null", "4900 CALL_CLEARED 1/0 local none"
        )
    );
}

// Row "caller hangs up first".
TEST_F(VdnCalls, NameTheCallerWhoHangsUpFirst) {
    log_in("4002", "2011");
    const auto call = call_from_outside("4900");
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4002")));
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(call, "T1#1")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4002 CONNECTION_CLEARED 1/T1#1 subject 0301234 local connect",
            "4900 CONNECTION_CLEARED 1/T1#1 subject 0301234 local none",
            "4002 CONNECTION_CLEARED 1/4002 subject 4002 local null", "4900 CALL_CLEARED 1/0 local none"
        )
    );
}

// Row "caller abandons in queue".
TEST_F(VdnCalls, AbandonedInQueueAreOver) {
    const auto call = call_from_inside("4900");
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(call, "4001")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null", "4900 CALL_CLEARED 1/0 local none"
        )
    );
    EXPECT_EQ(switch_.distribution().load("4950").calls_in_queue, 0);
    EXPECT_EQ(timeline_.next_due(), std::nullopt);
}

TEST_F(VdnCalls, OfImpatientOutsideCallersEndInQueue) {
    IncomingCall incoming;
    incoming.to = "4900";
    incoming.patience = seconds(5);
    ASSERT_TRUE(switch_.setup().incoming(incoming));
    pass(seconds(5));
    EXPECT_TRUE(switch_.calls().empty());
    EXPECT_EQ(switch_.core().directory.trunk_group(12)->used(), 0);
}

// Row "redirect on no answer", with the next free agent.
TEST_F(VdnCalls, GoToTheNextAgentWhenOneDoesNotAnswer) {
    log_in("4002", "2011");
    log_in("4003", "2012");
    call_from_inside("4900");
    events_.forget();
    pass(seconds(10));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4002 DIVERTED 1/4002 subject 4002 local none cause 28",
            "4001 DIVERTED 1/4002 subject 4002 local connect cause 28",
            "4900 DIVERTED 1/4002 subject 4002 local none cause 28",
            "4001 DELIVERED 1/4003 subject 4003 calling 4001 called 4900 redirected 4900 local connect cause "
            "28",
            "4003 DELIVERED 1/4003 subject 4003 calling 4001 called 4900 redirected 4900 local alerting "
            "cause 28",
            "4900 DELIVERED 1/4003 subject 4003 calling 4001 called 4900 redirected 4900 local none cause 28"
        )
    );
    EXPECT_EQ(mode_at("4002"), WM_AUX_WORK);
    const auto history = events_.last("4003", CSTA_DELIVERED).data.history;
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].device, "4002");
}

// Row "redirect on no answer", back into the queue at its old place.
TEST_F(VdnCalls, GoBackIntoTheQueueWhenNobodyAnswers) {
    log_in("4002", "2011");
    const auto first = call_from_inside("4900");
    const auto second = call_from_outside("4900");
    events_.forget();
    pass(seconds(10));
    EXPECT_EQ(switch_.distribution().load("4950").calls_in_queue, 2);
    EXPECT_EQ(events_.last("4001", CSTA_QUEUED).number_queued, 2);
    log_in("4003", "2012");
    pass(seconds(0));
    EXPECT_EQ(
        legs(), std::to_string(first) + "/4001 connect, " + std::to_string(first) + "/4003 alerting, " +
                    std::to_string(second) + "/T" + std::to_string(second) + "#1 connect"
    );
}

TEST_F(VdnCalls, GoToTheAgentWhoHasBeenFreeLongest) {
    log_in("4002", "2011");
    log_in("4003", "2012");
    const auto first = call_from_outside("4900");
    ASSERT_TRUE(switch_.handling().answer(leg(first, "4002")));
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(first, "4002")));
    const auto second = call_from_outside("4900");
    EXPECT_NE(switch_.calls().at(second).find("4003"), nullptr) << "4002 has just had one";
}

TEST_F(VdnCalls, DoNotDisturbAgentsWhoAreBusyOrNotReady) {
    log_in("4002", "2011");
    log_in("4003", "2012", WM_AUX_WORK);
    ASSERT_TRUE(switch_.setup().make_call("4002", "4005", {}));
    call_from_outside("4900");
    EXPECT_EQ(switch_.distribution().load("4950").calls_in_queue, 1);
    EXPECT_EQ(switch_.distribution().load("4950").available_agents, 0);
    EXPECT_EQ(switch_.distribution().load("4950").agents_logged_in, 2);
}

TEST_F(VdnCalls, ArePulledByAnAgentWhoBecomesFree) {
    log_in("4002", "2011", WM_AUX_WORK);
    const auto call = call_from_outside("4900");
    AgentRequest ready{"4002", AM_READY};
    ASSERT_TRUE(switch_.agents().set_state(ready));
    pass(seconds(0));
    EXPECT_NE(switch_.calls().at(call).find("4002"), nullptr);
}

TEST_F(VdnCalls, LeadToAfterCallWorkInManualIn) {
    log_in("4002", "2011", WM_MANUAL_IN);
    const auto call = call_from_outside("4900");
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4002")));
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(call, "4002")));
    EXPECT_EQ(mode_at("4002"), WM_AFTCAL_WK);
    const auto own = connect("4002", "4005");
    AgentRequest ready{"4002", AM_READY, "", "", WM_MANUAL_IN};
    ASSERT_TRUE(switch_.agents().set_state(ready));
    ASSERT_TRUE(switch_.clearing().clear_call(own));
    EXPECT_EQ(mode_at("4002"), WM_MANUAL_IN) << "not after a call of one's own";
}

TEST_F(VdnCalls, LetAPendingModeComeBeforeAfterCallWork) {
    log_in("4002", "2011", WM_MANUAL_IN);
    const auto call = call_from_outside("4900");
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4002")));
    AgentRequest pause{"4002", AM_NOT_READY, "", "", WM_AUX_WORK, 3, true};
    EXPECT_TRUE(switch_.agents().set_state(pause).value());
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(call, "4002")));
    EXPECT_EQ(mode_at("4002"), WM_AUX_WORK);
}

// Row "digits collected later".
TEST_F(VdnCalls, CarryTheDigitsTheCallerTyped) {
    log_in("4003", "2012");
    const auto call = call_from_outside("4901");
    pass(milliseconds(500));
    ASSERT_TRUE(switch_.vectors().type_digits(call, "12"));
    EXPECT_EQ(switch_.calls().at(call).find("4003"), nullptr);
    ASSERT_TRUE(switch_.vectors().type_digits(call, "345"));
    const auto entered = events_.last("4003", CSTA_DELIVERED).data.entered;
    ASSERT_TRUE(entered);
    EXPECT_EQ(*entered, (EnteredCode{UE_CALL_PROMPTER, UE_ENTERED, "1234", "4901"}));
}

TEST_F(VdnCalls, GoOnWithoutDigitsAfterTheTimeout) {
    log_in("4003", "2012");
    call_from_outside("4901", "7");
    pass(milliseconds(5499));
    EXPECT_THAT(events_.take("4003"), IsEmpty());
    pass(milliseconds(1));
    EXPECT_EQ(events_.last("4003", CSTA_DELIVERED).data.entered->digits, "7");
}

TEST_F(VdnCalls, ShowTheDigitsAfterAConsultation) {
    log_in("4003", "2012");
    const auto call = call_from_outside("4901", "1234");
    pass(milliseconds(500));
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4003")));
    ASSERT_TRUE(switch_.handling().consult(leg(call, "4003"), "4005", {}));
    const auto original = events_.last("4005", CSTA_DELIVERED).data.original;
    ASSERT_TRUE(original && original->entered);
    EXPECT_EQ(original->entered->digits, "1234");
}

TEST_F(VdnCalls, RouteToAStation) {
    call_from_inside("4902");
    EXPECT_THAT(
        events_.take("4003"),
        ElementsAre("DELIVERED 1/4003 subject 4003 calling 4001 called 4902 redirected 4902 local alerting "
                    "cause 28")
    );
    EXPECT_EQ(events_.last("4003", CSTA_DELIVERED).data.delivered_type, DELIVERED_TO_STATION);
    EXPECT_EQ(events_.last("4003", CSTA_DELIVERED).data.distributing_vdn.number, "4902");
}

TEST_F(VdnCalls, RouteToAnotherVdnAndAreFollowedByBoth) {
    call_from_inside("4906");
    EXPECT_EQ(events_.last("4900", CSTA_DELIVERED).last_redirection.number, "4906");
    EXPECT_NO_THROW(events_.last("4906", CSTA_QUEUED));
    EXPECT_NO_THROW(events_.last("4900", CSTA_QUEUED));
}

TEST_F(VdnCalls, RouteToTheOutside) {
    call_from_inside("4907");
    pass(milliseconds(1100));
    EXPECT_EQ(legs(), "1/4001 connect, 1/T1#2 connect");
}

TEST_F(VdnCalls, GetBusyFromTheVector) {
    call_from_inside("4904");
    EXPECT_EQ(events_.last("4001", CSTA_FAILED).cause, EC_BUSY);
    EXPECT_EQ(legs(), "1/4001 fail");
    call_from_outside("4904");
    EXPECT_EQ(legs(), "1/4001 fail") << "callers from outside hang up";
}

TEST_F(VdnCalls, AreDroppedByTheVectorAndAtItsEnd) {
    call_from_inside("4905");
    pass(milliseconds(100));
    EXPECT_TRUE(switch_.calls().empty());
    EXPECT_NO_THROW(events_.last("4905", CSTA_CALL_CLEARED));
}

TEST_F(VdnCalls, FindTheQueueFullAndGoOnInTheVector) {
    (void)switch_.setup().make_call("4005", "4900", {});
    (void)switch_.setup().make_call("4006", "4900", {});
    events_.forget();
    call_from_inside("4900");
    EXPECT_THAT(events_.take("4001"), testing::Not(testing::Contains(testing::HasSubstr("QUEUED"))));
    pass(seconds(60));
    EXPECT_EQ(events_.last("4001", CSTA_FAILED).cause, EC_BUSY);
}

TEST_F(VdnCalls, QueueAtSeveralSkillsByPriority) {
    const auto late = call_from_outside("4908");
    EXPECT_EQ(switch_.distribution().load("4950").calls_in_queue, 1);
    EXPECT_EQ(switch_.distribution().load("4951").calls_in_queue, 1);
    log_in("4003", "2012");
    pass(seconds(0));
    EXPECT_NE(switch_.calls().at(late).find("4003"), nullptr);
    EXPECT_EQ(switch_.distribution().load("4951").calls_in_queue, 0);
}

TEST_F(VdnCalls, CannotBeMergedUnlessTheProfileAllows) {
    const auto first = connect("4001", "4002");
    const auto second = switch_.handling().consult(leg(first, "4001"), "4900", {}).value().connection.call;
    EXPECT_EQ(
        failure_of(switch_.merging().transfer(leg(first, "4001"), leg(second, "4001"))), GENERIC_OPERATION
    );
    EXPECT_EQ(
        failure_of(switch_.merging().conference(leg(first, "4001"), leg(second, "4001"))), GENERIC_OPERATION
    );
}

class TransferIntoVector : public VdnCalls {
  protected:
    static SwitchPlan plan() {
        auto plan = small_plan();
        plan.profile.transfer_into_vector = true;
        return plan;
    }
    TransferIntoVector() : VdnCalls(plan()) {}
};

TEST_F(TransferIntoVector, LeavesTheCustomerInTheQueue) {
    const auto first = connect("4001", "4002");
    const auto second = switch_.handling().consult(leg(first, "4001"), "4900", {}).value().connection.call;
    ASSERT_TRUE(switch_.merging().transfer(leg(first, "4001"), leg(second, "4001")));
    EXPECT_EQ(legs(), "2/4002 connect");
    EXPECT_EQ(events_.last("4900", CSTA_TRANSFERRED).added.number, "4900");
    log_in("4003", "2011");
    pass(seconds(0));
    EXPECT_EQ(legs(), "2/4002 connect, 2/4003 alerting");
}

TEST_F(VdnCalls, OfADialledSplitGoToItsAgents) {
    log_in("4002", "2013");
    call_from_inside("4960");
    const auto delivered = events_.last("4002", CSTA_DELIVERED);
    EXPECT_EQ(delivered.data.split, "4960");
    EXPECT_EQ(delivered.data.distributing_device.number, "4960");
    EXPECT_EQ(delivered.data.distributing_vdn.status, ID_NOT_KNOWN);
}

// tsapi 7.2, row "busy": a split that vectors do not control, nobody logged in.
TEST_F(VdnCalls, OfADialledSplitWithoutAgentsAreBusy) {
    call_from_inside("4960");
    EXPECT_EQ(events_.last("4001", CSTA_FAILED).cause, EC_BUSY);
}

// tsapi 7.6, row "events": once per skill.
TEST_F(VdnCalls, HaveAgentsWhoseLogInEverySkillReports) {
    AgentRequest request{"4002", AM_LOG_IN, "2012", "1234", WM_AUTO_IN};
    ASSERT_TRUE(switch_.agents().set_state(request));
    EXPECT_THAT(
        events_.take(),
        ElementsAre("4951: 4002 LOGGED_ON 2012 mode 3 reason 0", "4950: 4002 LOGGED_ON 2012 mode 3 reason 0")
    );
}

}  // namespace
}  // namespace ctiengine::simulator::test
