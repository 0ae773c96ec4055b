// Rows of tsapi 7.2 (make call and its variants) and 7.3 (calls from outside).
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;

class CallSetupTest : public SwitchTest {
  protected:
    using SwitchTest::SwitchTest;
    Outcome<NewCall> make(const std::string& from, const std::string& to, const CallOptions& options = {}) {
        return switch_.setup().make_call(from, to, options);
    }
};

TEST_F(CallSetupTest, ReportsStationCallFromDialToneToRinging) {
    const auto made = make("4001", "4002");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->connection, leg(1, "4001"));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 SERVICE_INITIATED 1/4001 local initiate",
            "4001 ORIGINATED 1/4001 calling 4001 called 4002 local initiate cause 22",
            "4001 DELIVERED 1/4002 subject 4002 calling 4001 called 4002 local connect cause 22",
            "4002 DELIVERED 1/4002 subject 4002 calling 4001 called 4002 local alerting cause 22"
        )
    );
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 alerting");
}

TEST_F(CallSetupTest, GivesEveryCallItsUcid) {
    const auto first = make("4001", "4002");
    const auto second = make("4003", "4004");
    EXPECT_EQ(first->ucid, "00001000011700000000");
    EXPECT_EQ(second->ucid, "00001000021700000000");
    EXPECT_EQ(events_.last("4002", CSTA_DELIVERED).data.ucid, first->ucid);
    EXPECT_EQ(events_.last("4001", CSTA_SERVICE_INITIATED).data.ucid, first->ucid);
}

TEST_F(CallSetupTest, CarriesUserDataToTheCalledStation) {
    const UserData data{UUI_IA5_ASCII, "customer 4711"};
    ASSERT_TRUE(make("4001", "4002", {data, {}}));
    EXPECT_EQ(events_.last("4001", CSTA_ORIGINATED).data.user_data, data);
    EXPECT_EQ(events_.last("4002", CSTA_DELIVERED).data.user_data, data);
    EXPECT_EQ(events_.last("4002", CSTA_DELIVERED).data.delivered_type, DELIVERED_TO_STATION);
}

TEST_F(CallSetupTest, NamesTheAgentInOriginated) {
    ASSERT_TRUE(switch_.agents().set_state({"4001", AM_LOG_IN, "2001", "1234"}));
    ASSERT_TRUE(make("2001", "4002"));
    EXPECT_EQ(events_.last("4001", CSTA_ORIGINATED).data.logical_agent, "2001");
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 alerting");
}

TEST_F(CallSetupTest, RingsWhereTheCalledAgentSits) {
    ASSERT_TRUE(switch_.agents().set_state({"4005", AM_LOG_IN, "2002", "1234"}));
    ASSERT_TRUE(make("4001", "2002"));
    EXPECT_THAT(
        events_.take("4005"),
        ElementsAre("DELIVERED 1/4005 subject 4005 calling 4001 called 2002 local alerting cause 22")
    );
}

TEST_F(CallSetupTest, GivesBusyToneForAgentWhoIsLoggedOut) {
    ASSERT_TRUE(make("4001", "2002"));
    EXPECT_EQ(legs(), "1/4001 fail");
}

TEST_F(CallSetupTest, GivesBusyToneWhenNoAppearanceIsFree) {
    connect("4001", "4010");
    ASSERT_TRUE(make("4002", "4010"));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4002 SERVICE_INITIATED 2/4002 local initiate",
                            "4002 ORIGINATED 2/4002 calling 4002 called 4010 local initiate cause 22",
                            "4002 FAILED 2/4010 subject 4010 called 4010 local fail cause 3"
                        )
    );
    EXPECT_EQ(events_.last("4002", CSTA_FAILED).data.calling.number, "4002");
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(2, "4002")));
    EXPECT_THAT(events_.take(), ElementsAre("4002 CONNECTION_CLEARED 2/4002 subject 4002 local null"));
}

TEST_F(CallSetupTest, GivesBusyToneWhenStationCallsItself) {
    ASSERT_TRUE(make("4001", "4001"));
    EXPECT_EQ(legs(), "1/4001 fail");
}

TEST_F(CallSetupTest, AcceptsInvalidNumberAndReportsFailure) {
    ASSERT_TRUE(make("4001", "7777"));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 SERVICE_INITIATED 1/4001 local initiate",
                            "4001 FAILED 1/T1#2 subject T1#2 local fail cause 13"
                        )
    );
    EXPECT_EQ(legs(), "1/4001 fail");
}

TEST_F(CallSetupTest, ReportsOutsideCallWhenFarEndRingsAndAnswers) {
    ASSERT_TRUE(make("4001", "95551234"));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 SERVICE_INITIATED 1/4001 local initiate",
                            "4001 ORIGINATED 1/4001 calling 4001 called 95551234 local connect cause 22"
                        )
    );
    pass(milliseconds(100));
    EXPECT_THAT(
        events_.take(),
        ElementsAre("4001 DELIVERED 1/T1#2 subject T1#2 calling 4001 called 5551234 local connect cause 22")
    );
    pass(milliseconds(1000));
    EXPECT_THAT(
        events_.take(),
        ElementsAre("4001 ESTABLISHED 1/T1#2 subject T1#2 calling 4001 called 5551234 local connect cause 22")
    );
    EXPECT_EQ(legs(), "1/4001 connect, 1/T1#2 connect");
}

TEST_F(CallSetupTest, LetsFarEndHangUpAsPlanned) {
    ASSERT_TRUE(make("4001", "95551234"));
    pass(milliseconds(1100));
    events_.forget();
    pass(milliseconds(5000));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 1/T1#2 subject T1#2 local connect",
                            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null"
                        )
    );
    EXPECT_EQ(legs(), "");
}

TEST_F(CallSetupTest, UsesDestinationRouteAsAccessCode) {
    ASSERT_TRUE(make("4001", "2", {std::nullopt, "9"}));
    EXPECT_EQ(events_.last("4001", CSTA_ORIGINATED).called.number, "92");
    EXPECT_EQ(legs(), "1/4001 connect, 1/T1#2 alerting");
}

struct FarEndFailure {
    const char* name;
    const char* number;
    const char* event;
};

class FarEndFailureTest : public CallSetupTest, public testing::WithParamInterface<FarEndFailure> {};

TEST_P(FarEndFailureTest, IsReportedToTheCaller) {
    ASSERT_TRUE(make("4001", GetParam().number));
    const auto seen = events_.take("4001");
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen.back(), GetParam().event);
    EXPECT_EQ(legs(), "1/4001 fail");
    EXPECT_EQ(switch_.core().directory.trunk_group(12)->used(), 0);
}

INSTANTIATE_TEST_SUITE_P(
    CallSetup,
    FarEndFailureTest,
    testing::Values(
        FarEndFailure{"Busy", "91", "FAILED 1/T1#2 subject T1#2 called 1 local fail cause 3"},
        FarEndFailure{"Congestion", "93", "FAILED 1/T1#2 called 3 local fail cause 20"},
        FarEndFailure{"Invalid", "94", "FAILED 1/T1#2 subject T1#2 local fail cause 13"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(CallSetupTest, FailsWhenAllTrunksAreBusy) {
    ASSERT_TRUE(make("4001", "92"));
    ASSERT_TRUE(make("4002", "92"));
    ASSERT_TRUE(make("4003", "92"));
    EXPECT_EQ(events_.take("4003").back(), "FAILED 3/T3#2 called 2 local fail cause 33");
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4001")));
    EXPECT_EQ(switch_.core().directory.trunk_group(12)->used(), 1);
}

TEST_F(CallSetupTest, HangsUpBeforeTheFarEndReacts) {
    ASSERT_TRUE(make("4001", "96"));
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4001")));
    events_.forget();
    pass(milliseconds(1000));
    EXPECT_THAT(events_.take(), IsEmpty());
    EXPECT_EQ(timeline_.next_due(), std::nullopt);
}

TEST_F(CallSetupTest, ReportsOnlyTheSeizureOfAnAnalogTrunk) {
    ASSERT_TRUE(make("4001", "8123"));
    EXPECT_EQ(events_.take("4001").back(), "NETWORK_REACHED 1/T1#2 subject T1#2 called 123 local connect");
    EXPECT_EQ(events_.last("4001", CSTA_NETWORK_REACHED).data.line, (TrunkLine{13, 1}));
    pass(milliseconds(60'000));
    EXPECT_THAT(events_.take(), IsEmpty());
}

TEST_F(CallSetupTest, ReportsIncomingCallAtItsStation) {
    IncomingCall incoming{"0301234567", "4001", UserData{UUI_USER_SPECIFIC, "abc"}, 0, {}};
    const auto made = switch_.setup().incoming(incoming);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->connection, leg(1, "T1#1"));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 DELIVERED 1/4001 subject 4001 calling 0301234567 called 4001 local alerting cause 22"
        )
    );
    const auto& event = events_.last("4001", CSTA_DELIVERED);
    EXPECT_EQ(event.calling.type, IMPLICIT_PUBLIC);
    EXPECT_EQ(event.data.line, TrunkLine{}) << "the trunk is named only when there is no number";
    EXPECT_EQ(event.data.user_data, incoming.user_data);
}

TEST_F(CallSetupTest, NamesTheTrunkWhenTheNetworkGivesNoNumber) {
    ring_from_outside("", "4001");
    const auto& event = events_.last("4001", CSTA_DELIVERED);
    EXPECT_EQ(event.calling.number, "T1#1");
    EXPECT_EQ(event.data.line, (TrunkLine{12, 1}));
}

TEST_F(CallSetupTest, ClearsBothLegsWhenTheOutsideCallerHangsUp) {
    const auto call = ring_from_outside("030", "4001");
    ASSERT_TRUE(switch_.handling().answer(leg(call, "4001")));
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(call, "T1#1")));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 1/T1#1 subject 030 local connect",
                            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null"
                        )
    );
}

TEST_F(CallSetupTest, LetsTheOutsideCallerGiveUp) {
    ASSERT_TRUE(switch_.setup().incoming({"030", "4001", {}, 0, milliseconds(500)}));
    events_.forget();
    pass(milliseconds(499));
    EXPECT_THAT(events_.take(), IsEmpty());
    pass(milliseconds(1));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 1/T1#1 subject 030 local alerting",
                            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null"
                        )
    );
}

TEST_F(CallSetupTest, DialsOnTheAppearanceThatHasDialTone) {
    const auto tone = switch_.setup().lift_handset("4001");
    ASSERT_TRUE(tone);
    EXPECT_THAT(events_.take(), ElementsAre("4001 SERVICE_INITIATED 1/4001 local initiate"));
    const auto made = make("4001", "4002");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->connection.call, tone->connection.call);
    EXPECT_EQ(
        events_.take("4001").front(), "ORIGINATED 1/4001 calling 4001 called 4002 local initiate cause 22"
    );
}

TEST_F(CallSetupTest, UsesCallIdsAgainLate) {
    for (int round = 0; round < 16390; ++round) {
        const auto made = switch_.setup().lift_handset("4001");
        ASSERT_TRUE(made);
        ASSERT_EQ(made->connection.call, static_cast<CallId>(round % 16383 + 1));
        ASSERT_TRUE(switch_.clearing().clear_connection(made->connection));
    }
}

SwitchPlan impatient_plan() {
    auto plan = small_plan();
    plan.caller_patience = milliseconds(20'000);
    return plan;
}

class PatienceTest : public CallSetupTest {
  protected:
    PatienceTest() : CallSetupTest(impatient_plan()) {}
};

TEST_F(PatienceTest, CallerGivesUpWhenNobodyAnswers) {
    ASSERT_TRUE(make("4001", "4002"));
    events_.forget();
    pass(milliseconds(20'000));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null",
                            "4002 CONNECTION_CLEARED 1/4001 subject 4001 local alerting",
                            "4002 CONNECTION_CLEARED 1/4002 subject 4002 local null"
                        )
    );
}

TEST_F(PatienceTest, AnswerStopsTheClock) {
    connect("4001", "4002");
    pass(milliseconds(60'000));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 connect");
}

class ProfileTest : public CallSetupTest {
  protected:
    static SwitchPlan other_plan() {
        auto plan = small_plan();
        plan.profile.originated_before_invalid_number = true;
        plan.profile.failed_event_at_busy_station = true;
        plan.profile.trunk_group_always = true;
        plan.profile.send_ucid = false;
        plan.profile.network_reached_then_answer = true;
        plan.profile.causes.busy = EC_DEST_NOT_OBTAINABLE;
        return plan;
    }
    ProfileTest() : CallSetupTest(other_plan()) {}
};

TEST_F(ProfileTest, ChangesWhatTheSourcesLeaveOpen) {
    ASSERT_TRUE(make("4001", "7777"));
    EXPECT_EQ(events_.take("4001").size(), 3U) << "ORIGINATED comes before FAILED";
    ring_from_outside("030", "4010");
    EXPECT_EQ(events_.last("4010", CSTA_DELIVERED).data.line, (TrunkLine{12, 1}));
    EXPECT_EQ(events_.last("4010", CSTA_DELIVERED).data.ucid, "");
    ASSERT_TRUE(make("4002", "4010"));
    EXPECT_EQ(events_.take("4010").back(), "FAILED 3/4010 subject 4010 called 4010 local fail cause 13");
    ASSERT_TRUE(make("4003", "8123"));
    pass(milliseconds(1000));
    EXPECT_EQ(
        events_.take("4003").back(),
        "ESTABLISHED 4/T4#2 subject T4#2 calling 4003 called 123 local connect cause 22"
    );
}

}  // namespace
}  // namespace ctiengine::simulator::test
