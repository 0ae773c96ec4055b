// Rows of tsapi 7.6.
#include "tests/unit/simulator/switch/switch_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

class AgentDeskTest : public SwitchTest {
  protected:
    explicit AgentDeskTest(SwitchPlan plan = small_plan()) : SwitchTest(std::move(plan)) {}

    Outcome<bool> log_in(ATTWorkMode_t mode = WM_NONE) {
        return switch_.agents().set_state({"4001", AM_LOG_IN, "2001", "1234", mode});
    }
    Outcome<bool> set(
        AgentMode_t mode, ATTWorkMode_t work_mode = WM_NONE, int reason = 0, bool pending = false
    ) {
        return switch_.agents().set_state({"4001", mode, "", "", work_mode, reason, pending});
    }
    AgentStatus agent() { return switch_.agents().query("4001").value(); }
};

TEST_F(AgentDeskTest, LogsInNotReadyWhenNothingElseIsAsked) {
    EXPECT_EQ(agent().state(), AG_NULL);
    ASSERT_TRUE(log_in());
    EXPECT_EQ(agent().agent_id, "2001");
    EXPECT_EQ(agent().state(), AG_NOT_READY);
    EXPECT_EQ(agent().mode.work_mode, WM_AUX_WORK);
    EXPECT_EQ(switch_.agents().station_of("2001"), "4001");
}

TEST_F(AgentDeskTest, LogsInReady) {
    ASSERT_TRUE(log_in(WM_MANUAL_IN));
    EXPECT_EQ(agent().state(), AG_READY);
    EXPECT_EQ(agent().mode.work_mode, WM_MANUAL_IN);
}

struct ModeRow {
    const char* name;
    AgentMode_t mode;
    ATTWorkMode_t work_mode;
    int reason;
    int failure;  // -1: accepted
    AgentState_t state;
    ATTWorkMode_t result;
};

class AgentModeTest : public AgentDeskTest, public testing::WithParamInterface<ModeRow> {};

TEST_P(AgentModeTest, ChangesTheState) {
    const auto& row = GetParam();
    ASSERT_TRUE(log_in());
    EXPECT_EQ(failure_of(set(row.mode, row.work_mode, row.reason)), row.failure);
    EXPECT_EQ(agent().state(), row.state);
    EXPECT_EQ(agent().mode.work_mode, row.result);
}

INSTANTIATE_TEST_SUITE_P(
    AgentDesk,
    AgentModeTest,
    testing::Values(
        ModeRow{"Ready", AM_READY, WM_NONE, 0, -1, AG_READY, WM_AUTO_IN},
        ModeRow{"ReadyAuto", AM_READY, WM_AUTO_IN, 0, -1, AG_READY, WM_AUTO_IN},
        ModeRow{"ReadyManual", AM_READY, WM_MANUAL_IN, 0, -1, AG_READY, WM_MANUAL_IN},
        ModeRow{"AfterCallWork", AM_WORK_NOT_READY, WM_NONE, 0, -1, AG_WORK_NOT_READY, WM_AFTCAL_WK},
        ModeRow{"NotReadyWithReason", AM_NOT_READY, WM_AUX_WORK, 7, -1, AG_NOT_READY, WM_AUX_WORK},
        ModeRow{
            "ReasonTooHigh", AM_NOT_READY, WM_AUX_WORK, 100, VALUE_OUT_OF_RANGE, AG_NOT_READY, WM_AUX_WORK},
        ModeRow{
            "ReasonBelowZero", AM_NOT_READY, WM_AUX_WORK, -1, VALUE_OUT_OF_RANGE, AG_NOT_READY, WM_AUX_WORK},
        ModeRow{"ReasonWithReady", AM_READY, WM_AUTO_IN, 7, GENERIC_OPERATION, AG_NOT_READY, WM_AUX_WORK},
        ModeRow{"ModesDisagree", AM_READY, WM_AUX_WORK, 0, GENERIC_OPERATION, AG_NOT_READY, WM_AUX_WORK},
        ModeRow{"WorkReadyIsUnknown", AM_WORK_READY, WM_NONE, 0, GENERIC_OPERATION, AG_NOT_READY, WM_AUX_WORK}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(AgentDeskTest, RemembersTheReasonOfNotReadyOnly) {
    ASSERT_TRUE(log_in());
    ASSERT_TRUE(set(AM_NOT_READY, WM_AUX_WORK, 7));
    EXPECT_EQ(agent().mode.reason_code, 7);
    ASSERT_TRUE(set(AM_READY, WM_AUTO_IN));
    EXPECT_EQ(agent().mode.reason_code, 0);
}

TEST_F(AgentDeskTest, AcceptsTheAgentIdAsDevice) {
    ASSERT_TRUE(log_in());
    ASSERT_TRUE(switch_.agents().set_state({"2001", AM_READY}));
    EXPECT_EQ(agent().state(), AG_READY);
    EXPECT_EQ(switch_.agents().query("2001").value().extension, "4001");
}

TEST_F(AgentDeskTest, LogsOutWithReason) {
    ASSERT_TRUE(log_in());
    ASSERT_TRUE(set(AM_LOG_OUT, WM_NONE, 3));
    EXPECT_EQ(agent().state(), AG_NULL);
    EXPECT_TRUE(switch_.agents().logged_in().empty());
}

struct RefusedLogIn {
    const char* name;
    AgentRequest request;
    int failure;
};

class RefusedLogInTest : public AgentDeskTest, public testing::WithParamInterface<RefusedLogIn> {};

TEST_P(RefusedLogInTest, ChangesNothing) {
    ASSERT_TRUE(log_in());
    connect("4004", "4005");
    EXPECT_EQ(failure_of(switch_.agents().set_state(GetParam().request)), GetParam().failure);
    EXPECT_EQ(switch_.agents().logged_in().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(
    AgentDesk,
    RefusedLogInTest,
    testing::Values(
        RefusedLogIn{"NoStation", {"4999", AM_LOG_IN, "2002", "1234"}, INVALID_CSTA_DEVICE_IDENTIFIER},
        RefusedLogIn{"AgentIdAsStation", {"2002", AM_LOG_IN, "2002", "1234"}, INVALID_CSTA_DEVICE_IDENTIFIER},
        RefusedLogIn{"WrongPassword", {"4002", AM_LOG_IN, "2002", "9999"}, GENERIC_OPERATION},
        RefusedLogIn{"NoSuchAgent", {"4002", AM_LOG_IN, "2999", "1234"}, GENERIC_OPERATION},
        RefusedLogIn{"SameAgentAgain", {"4001", AM_LOG_IN, "2001", "1234"}, GENERIC_UNSPECIFIED},
        RefusedLogIn{"OtherAgentThere", {"4001", AM_LOG_IN, "2002", "1234"}, GENERIC_OPERATION},
        RefusedLogIn{"LoggedInElsewhere", {"4002", AM_LOG_IN, "2001", "1234"}, GENERIC_OPERATION},
        RefusedLogIn{"StationBusy", {"4004", AM_LOG_IN, "2002", "1234"}, RESOURCE_BUSY},
        RefusedLogIn{"LogOutOfNobody", {"4002", AM_LOG_OUT}, GENERIC_UNSPECIFIED},
        RefusedLogIn{"ReadyOfNobody", {"4002", AM_READY}, GENERIC_UNSPECIFIED},
        RefusedLogIn{"LogOutAtNoStation", {"4999", AM_LOG_OUT}, INVALID_CSTA_DEVICE_IDENTIFIER}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(AgentDeskTest, TellsWhenTheAgentTalks) {
    ASSERT_TRUE(log_in(WM_AUTO_IN));
    EXPECT_FALSE(agent().on_call);
    const auto call = ring_from_outside("030", "4001");
    EXPECT_FALSE(agent().on_call);
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4001")));
    EXPECT_TRUE(agent().on_call);
    EXPECT_EQ(agent().state(), AG_READY);
    ASSERT_TRUE(switch_.handling().hold(leg(call, "4001")));
    EXPECT_TRUE(agent().on_call);
}

TEST_F(AgentDeskTest, PendingChangeWaitsForTheEndOfTheLastCall) {
    ASSERT_TRUE(log_in(WM_AUTO_IN));
    connect("4001", "4002");
    EXPECT_EQ(set(AM_NOT_READY, WM_AUX_WORK, 5, true).value(), true);
    EXPECT_EQ(agent().state(), AG_READY);
    EXPECT_EQ(agent().pending, (AgentMode{WM_AUX_WORK, 5}));
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4003", {}));
    ASSERT_TRUE(switch_.handling().answer(leg(2, "4003")));
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(2, "4001")));
    EXPECT_EQ(agent().state(), AG_READY) << "the first call is still held";
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4001")));
    EXPECT_EQ(agent().state(), AG_NOT_READY);
    EXPECT_EQ(agent().mode.reason_code, 5);
    EXPECT_EQ(agent().pending, std::nullopt);
}

TEST_F(AgentDeskTest, TransferEndsTheCallOfTheController) {
    ASSERT_TRUE(log_in(WM_AUTO_IN));
    connect("4001", "4002");
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4003", {}));
    ASSERT_TRUE(set(AM_WORK_NOT_READY, WM_NONE, 0, true));
    ASSERT_TRUE(switch_.merging().transfer(leg(1, "4001"), leg(2, "4001")));
    EXPECT_EQ(agent().state(), AG_WORK_NOT_READY);
}

TEST_F(AgentDeskTest, WithoutPendingTheChangeComesAtOnce) {
    ASSERT_TRUE(log_in(WM_AUTO_IN));
    connect("4001", "4002");
    EXPECT_EQ(set(AM_NOT_READY).value(), false);
    EXPECT_EQ(agent().state(), AG_NOT_READY);
}

TEST_F(AgentDeskTest, PendingWithoutCallComesAtOnce) {
    ASSERT_TRUE(log_in(WM_AUTO_IN));
    EXPECT_EQ(set(AM_NOT_READY, WM_NONE, 0, true).value(), false);
    EXPECT_EQ(agent().state(), AG_NOT_READY);
}

SwitchPlan eventful_plan() {
    auto plan = small_plan();
    plan.profile.agents.mode_events = true;
    plan.profile.agents.after_call_work_after_any_call = true;
    return plan;
}

class EventfulAgentTest : public AgentDeskTest {
  protected:
    EventfulAgentTest() : AgentDeskTest(eventful_plan()) {}
};

TEST_F(EventfulAgentTest, ReportsChangesWhenTheProfileWantsIt) {
    ASSERT_TRUE(log_in());
    ASSERT_TRUE(set(AM_READY, WM_MANUAL_IN));
    ASSERT_TRUE(set(AM_READY, WM_MANUAL_IN));
    ASSERT_TRUE(set(AM_NOT_READY, WM_AUX_WORK, 4));
    ASSERT_TRUE(set(AM_LOG_OUT, WM_NONE, 2));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 LOGGED_ON 2001 mode 1 reason 0", "4001 READY 2001 mode 4 reason 0",
                            "4001 NOT_READY 2001 mode 1 reason 4", "4001 LOGGED_OFF 2001 mode 1 reason 2"
                        )
    );
}

TEST_F(EventfulAgentTest, ManualInMeansWorkAfterTheCall) {
    ASSERT_TRUE(log_in(WM_MANUAL_IN));
    connect("4001", "4002");
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_EQ(agent().state(), AG_WORK_NOT_READY);
}

}  // namespace
}  // namespace ctiengine::simulator::test
