// Rows of tsapi 7.5: attSelectiveListeningHold/Retrieve, attSendDTMFTone; entered digits of 7.4.
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

class CallListeningTest : public SwitchTest {
  protected:
    CallListeningTest() { connect("4001", "4002"); }

    const Party& party(const std::string& device) { return *switch_.calls().at(1).find(device); }
    int tones(const ToneRequest& request) { return failure_of(switch_.listening().send_tones(request)); }
};

TEST_F(CallListeningTest, AStationStopsHearingOneParty) {
    ASSERT_TRUE(switch_.joining().join({leg(1, "4001"), "4003", PT_ACTIVE, false}));
    events_.forget();
    ASSERT_TRUE(switch_.listening().stop_hearing(leg(1, "4001"), leg(1, "4003")));
    EXPECT_THAT(party("4001").not_heard, ElementsAre(party("4003").serial));
    ASSERT_TRUE(switch_.listening().hear_again(leg(1, "4001"), leg(1, "4003")));
    EXPECT_TRUE(party("4001").not_heard.empty());
    EXPECT_TRUE(events_.take().empty()) << "no CSTA event tells of it";
}

TEST_F(CallListeningTest, AStationStopsHearingEverybody) {
    ASSERT_TRUE(switch_.joining().join({leg(1, "4001"), "4003", PT_ACTIVE, false}));
    ASSERT_TRUE(switch_.listening().stop_hearing(leg(1, "4001"), {}));
    EXPECT_EQ(party("4001").not_heard.size(), 2U);
    ASSERT_TRUE(switch_.listening().hear_again(leg(1, "4001"), leg(1, "4002")));
    EXPECT_THAT(party("4001").not_heard, ElementsAre(party("4003").serial));
}

TEST_F(CallListeningTest, SelectiveListeningNeedsTwoPartiesThatTalkOnOneCall) {
    const auto stop = [this](const ConnectionRef& subject, const ConnectionRef& selected) {
        return failure_of(switch_.listening().stop_hearing(subject, selected));
    };
    connect("4003", "4004");
    EXPECT_EQ(stop(leg(1, "4001"), leg(2, "4003")), INVALID_CSTA_CONNECTION_IDENTIFIER);
    EXPECT_EQ(stop(leg(1, "4001"), leg(1, "4001")), INVALID_CSTA_CONNECTION_IDENTIFIER);
    EXPECT_EQ(stop(leg(1, "4009"), leg(1, "4001")), INVALID_CSTA_CONNECTION_IDENTIFIER);
    ASSERT_TRUE(switch_.handling().hold(leg(1, "4002")));
    EXPECT_EQ(stop(leg(1, "4001"), leg(1, "4002")), INVALID_OBJECT_STATE);
}

TEST_F(CallListeningTest, TonesReachEverybodyElseOrTheChosen) {
    ASSERT_TRUE(switch_.joining().join({leg(1, "4001"), "4003", PT_ACTIVE, false}));
    events_.forget();
    EXPECT_EQ(tones({leg(1, "4001"), {}, "12#"}), -1);
    EXPECT_EQ(tones({leg(1, "4001"), {leg(1, "4003")}, "*A"}), -1);
    EXPECT_EQ(party("4001").tones_heard, "");
    EXPECT_EQ(party("4002").tones_heard, "12#");
    EXPECT_EQ(party("4003").tones_heard, "12#*A");
    EXPECT_EQ(tones({{1, "", false}, {}, "7"}), -1) << "the switch itself may send";
    EXPECT_EQ(party("4001").tones_heard, "7");
    EXPECT_TRUE(events_.take().empty());
}

TEST_F(CallListeningTest, TonesAreRefusedByStateAndValue) {
    EXPECT_EQ(tones({leg(1, "4001"), {}, ""}), VALUE_OUT_OF_RANGE);
    EXPECT_EQ(tones({leg(1, "4001"), {}, "12E"}), VALUE_OUT_OF_RANGE);
    EXPECT_EQ(tones({leg(1, "4001"), {}, std::string(33, '1')}), VALUE_OUT_OF_RANGE);
    EXPECT_EQ(tones({leg(1, "4001"), {leg(1, "4009")}, "1"}), INVALID_CSTA_CONNECTION_IDENTIFIER);
    EXPECT_EQ(tones({{9, "", false}, {}, "1"}), INVALID_CSTA_CONNECTION_IDENTIFIER);
    ASSERT_TRUE(switch_.handling().hold(leg(1, "4001")));
    EXPECT_EQ(tones({leg(1, "4001"), {}, "1"}), INVALID_OBJECT_STATE) << "a held line sends nothing";
}

TEST_F(CallListeningTest, KeysOfTheFarEndAreReportedAsEnteredDigits) {
    ring_from_outside("030", "4003");
    ASSERT_TRUE(switch_.handling().answer(leg(2, "4003")));
    events_.forget();
    ASSERT_TRUE(switch_.listening().press_keys(leg(2, "T2#1"), "4711#"));
    EXPECT_THAT(events_.take(), ElementsAre("4003 PRIVATE_STATUS 2/T2#1 digits 4711# local connect"));
    EXPECT_EQ(failure_of(switch_.listening().press_keys(leg(2, "T2#1"), std::string(25, '1'))), 3);
}

}  // namespace
}  // namespace ctiengine::simulator::test
