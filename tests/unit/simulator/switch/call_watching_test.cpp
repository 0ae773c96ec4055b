// What monitors of a call are told (tsapi: 7.4 last rows, 8).
#include "tests/unit/simulator/switch/switch_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

class CallWatchingTest : public SwitchTest {};

TEST_F(CallWatchingTest, OneEventPerCallAndCallClearedInsteadOfTheLastDrop) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_THAT(
        events_.take_watched(),
        ElementsAre(
            "call 1 SERVICE_INITIATED", "call 1 ORIGINATED", "call 1 DELIVERED", "call 1 ESTABLISHED",
            "call 1 CONNECTION_CLEARED", "call 1 CALL_CLEARED", "call 1 over"
        )
    );
}

TEST_F(CallWatchingTest, ACallThatMergesGoesOnAsTheOther) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4003", {}));
    events_.take_watched();
    ASSERT_TRUE(switch_.merging().transfer(leg(1, "4001"), leg(2, "4001")));
    EXPECT_THAT(events_.take_watched(), ElementsAre("call 1 now 2", "call 2 TRANSFERRED"));
    ASSERT_TRUE(switch_.clearing().clear_call(2));
    EXPECT_THAT(
        events_.take_watched(), ElementsAre("call 2 CONNECTION_CLEARED", "call 2 CALL_CLEARED", "call 2 over")
    );
}

TEST_F(CallWatchingTest, SeesWhatTheStationsSeeOnce) {
    ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
    events_.take_watched();
    ASSERT_TRUE(switch_.diverting().deflect(leg(1, "4002"), "4003"));
    EXPECT_THAT(events_.take_watched(), ElementsAre("call 1 DIVERTED", "call 1 DELIVERED"));
    ASSERT_TRUE(switch_.diverting().pick_up(leg(1, "4003"), "4004"));
    EXPECT_THAT(events_.take_watched(), ElementsAre("call 1 DIVERTED", "call 1 ESTABLISHED"));
    ASSERT_TRUE(switch_.joining().join({leg(1, "4001"), "4005", PT_SILENT, false}));
    EXPECT_THAT(events_.take_watched(), ElementsAre("call 1 ESTABLISHED", "call 1 CONFERENCED"));
    ASSERT_TRUE(switch_.joining().transfer(leg(1, "4001"), "4006"));
    EXPECT_THAT(events_.take_watched(), ElementsAre("call 1 TRANSFERRED", "call 1 DELIVERED"));
}

}  // namespace
}  // namespace ctiengine::simulator::test
