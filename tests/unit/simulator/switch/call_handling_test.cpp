// Rows of tsapi 7.2 (answer, clear) and 7.5 (hold to reconnect).
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CallHandlingTest : public SwitchTest {
  protected:
    CallHandling& handling() { return switch_.handling(); }
};

TEST_F(CallHandlingTest, AnswerIsReportedToBoth) {
    ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
    events_.forget();
    ASSERT_TRUE(handling().answer(leg(1, "4002")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 ESTABLISHED 1/4002 subject 4002 calling 4001 called 4002 local connect cause 22",
            "4002 ESTABLISHED 1/4002 subject 4002 calling 4001 called 4002 local connect cause 22"
        )
    );
}

TEST_F(CallHandlingTest, AnswerOfConnectedCallDoesNothing) {
    connect("4001", "4002");
    EXPECT_TRUE(handling().answer(leg(1, "4002")));
    EXPECT_THAT(events_.take(), IsEmpty());
}

TEST_F(CallHandlingTest, HangUpOfTheCalledStationEndsTheCallForBoth) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 1/4002 subject 4002 local connect",
                            "4002 CONNECTION_CLEARED 1/4002 subject 4002 local null",
                            "4001 CONNECTION_CLEARED 1/4001 subject 4001 local null"
                        )
    );
    EXPECT_TRUE(switch_.calls().empty());
}

TEST_F(CallHandlingTest, AbandonedCallEndsTheRinging) {
    ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4001"), UserData{UUI_IA5_ASCII, "bye"}));
    EXPECT_THAT(
        events_.take("4002"), ElementsAre(
                                  "CONNECTION_CLEARED 1/4001 subject 4001 local alerting",
                                  "CONNECTION_CLEARED 1/4002 subject 4002 local null"
                              )
    );
    EXPECT_EQ(events_.all.at(events_.all.size() - 3).event.data.user_data->octets, "bye");
}

TEST_F(CallHandlingTest, ClearCallDropsEveryParty) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.clearing().clear_call(1));
    EXPECT_THAT(
        events_.take("4001"), ElementsAre(
                                  "CONNECTION_CLEARED 1/4002 subject 4002 local connect",
                                  "CONNECTION_CLEARED 1/4001 subject 4001 local null"
                              )
    );
    EXPECT_TRUE(switch_.calls().empty());
}

TEST_F(CallHandlingTest, HoldAndRetrieveAreReportedToBoth) {
    connect("4001", "4002");
    ASSERT_TRUE(handling().hold(leg(1, "4001")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre("4001 HELD 1/4001 subject 4001 local hold", "4002 HELD 1/4001 subject 4001 local connect")
    );
    EXPECT_EQ(events_.last("4001", CSTA_HELD).data.consult_mode, ATT_CM_NONE);
    ASSERT_TRUE(handling().retrieve(leg(1, "4001")));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 RETRIEVED 1/4001 subject 4001 local connect",
                            "4002 RETRIEVED 1/4001 subject 4001 local connect"
                        )
    );
}

TEST_F(CallHandlingTest, HoldWhileTheOtherStillRings) {
    ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
    events_.forget();
    ASSERT_TRUE(handling().hold(leg(1, "4001")));
    EXPECT_THAT(events_.take("4002"), ElementsAre("HELD 1/4001 subject 4001 local alerting"));
    ASSERT_TRUE(handling().answer(leg(1, "4002")));
    EXPECT_EQ(legs(), "1/4001 hold, 1/4002 connect");
}

TEST_F(CallHandlingTest, HoldOfHeldCallDoesNothing) {
    connect("4001", "4002");
    ASSERT_TRUE(handling().hold(leg(1, "4001")));
    events_.forget();
    EXPECT_TRUE(handling().hold(leg(1, "4001")));
    EXPECT_THAT(events_.take(), IsEmpty());
}

TEST_F(CallHandlingTest, BothSidesMayHold) {
    connect("4001", "4002");
    ASSERT_TRUE(handling().hold(leg(1, "4001")));
    ASSERT_TRUE(handling().hold(leg(1, "4002")));
    EXPECT_EQ(legs(), "1/4001 hold, 1/4002 hold");
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_TRUE(switch_.calls().empty());
}

TEST_F(CallHandlingTest, ConsultationHoldsAndCalls) {
    const auto first = ring_from_outside("030", "4001");
    ASSERT_TRUE(handling().answer(leg(first, "4001")));
    events_.forget();
    const auto made = handling().consult(leg(first, "4001"), "4003", {});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->connection, leg(2, "4001"));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 HELD 1/4001 subject 4001 local hold", "4001 SERVICE_INITIATED 2/4001 local initiate",
            "4001 ORIGINATED 2/4001 calling 4001 called 4003 local initiate cause 22",
            "4001 DELIVERED 2/4003 subject 4003 calling 4001 called 4003 local connect cause 22",
            "4003 DELIVERED 2/4003 subject 4003 calling 4001 called 4003 local alerting cause 22"
        )
    );
    for (const int type : {CSTA_HELD, CSTA_SERVICE_INITIATED, CSTA_ORIGINATED}) {
        EXPECT_EQ(events_.last("4001", type).data.consult_mode, ATT_CM_CONSULTATION) << type;
    }
}

TEST_F(CallHandlingTest, ConsultationTellsWhereItCameFrom) {
    IncomingCall incoming{"030", "4001", UserData{UUI_IA5_ASCII, "vip"}, 0, {}};
    const auto first = switch_.setup().incoming(incoming);
    ASSERT_TRUE(handling().answer(leg(1, "4001")));
    ASSERT_TRUE(handling().consult(leg(1, "4001"), "4003", {}));
    const auto& original = events_.last("4003", CSTA_DELIVERED).data.original;
    ASSERT_TRUE(original);
    EXPECT_EQ(original->reason, OR_CONSULTATION);
    EXPECT_EQ(original->calling.number, "030");
    EXPECT_EQ(original->called.number, "4001");
    EXPECT_EQ(original->user_data, incoming.user_data);
    EXPECT_EQ(original->ucid, first->ucid);
}

TEST_F(CallHandlingTest, AlternateSwapsTheCalls) {
    connect("4001", "4002");
    ASSERT_TRUE(handling().consult(leg(1, "4001"), "4003", {}));
    ASSERT_TRUE(handling().answer(leg(2, "4003")));
    events_.forget();
    ASSERT_TRUE(handling().alternate(leg(2, "4001"), leg(1, "4001")));
    EXPECT_THAT(
        events_.take(),
        ElementsAre(
            "4001 HELD 2/4001 subject 4001 local hold", "4003 HELD 2/4001 subject 4001 local connect",
            "4001 RETRIEVED 1/4001 subject 4001 local connect",
            "4002 RETRIEVED 1/4001 subject 4001 local connect"
        )
    );
}

TEST_F(CallHandlingTest, ReconnectClearsAndRetrieves) {
    connect("4001", "4002");
    ASSERT_TRUE(handling().consult(leg(1, "4001"), "4003", {}));
    ASSERT_TRUE(handling().answer(leg(2, "4003")));
    events_.forget();
    ASSERT_TRUE(handling().reconnect(leg(2, "4001"), leg(1, "4001")));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 2/4001 subject 4001 local null",
                            "4003 CONNECTION_CLEARED 2/4001 subject 4001 local connect",
                            "4003 CONNECTION_CLEARED 2/4003 subject 4003 local null",
                            "4001 RETRIEVED 1/4001 subject 4001 local connect",
                            "4002 RETRIEVED 1/4001 subject 4001 local connect"
                        )
    );
}

TEST_F(CallHandlingTest, ReconnectFromBusyTone) {
    connect("4004", "4010");
    connect("4001", "4002");
    ASSERT_TRUE(handling().consult(leg(2, "4001"), "4010", {}));
    ASSERT_TRUE(handling().reconnect(leg(3, "4001"), leg(2, "4001")));
    EXPECT_EQ(legs(), "1/4004 connect, 1/4010 connect, 2/4001 connect, 2/4002 connect");
}

TEST_F(CallHandlingTest, PersonsAnswerHoldAndHangUp) {
    ring_from_outside("030", "4001");
    ASSERT_TRUE(switch_.answer_by_hand("4001"));
    EXPECT_EQ(legs(), "1/T1#1 connect, 1/4001 connect");
    EXPECT_EQ(failure_of(switch_.answer_by_hand("4001")), INVALID_OBJECT_STATE);
    ASSERT_TRUE(switch_.hang_up("T1#1"));
    EXPECT_EQ(legs(), "");
    ASSERT_TRUE(switch_.dial_by_hand("4001", ""));
    EXPECT_EQ(legs(), "2/4001 initiate");
}

}  // namespace
}  // namespace ctiengine::simulator::test
