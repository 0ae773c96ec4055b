// Rows of tsapi 7.2 (redirect, pickup) and the redirect rows of 9.1.
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

class CallDivertingTest : public SwitchTest {
  protected:
    void ring() {
        ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
        events_.forget();
    }
    int deflect(const std::string& to) { return failure_of(switch_.diverting().deflect(leg(1, "4002"), to)); }
    int pick_up(const std::string& by) { return failure_of(switch_.diverting().pick_up(leg(1, "4002"), by)); }
};

TEST_F(CallDivertingTest, DeflectTellsTheOldDeviceAndRingsAtTheNewOne) {
    ring();
    EXPECT_EQ(deflect("4003"), -1);
    const std::string delivered =
        " DELIVERED 1/4003 subject 4003 calling 4001 called 4002 redirected 4002 local ";
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4002 DIVERTED 1/4002 subject 4002 called 4003 local null cause 28",
                            "4001" + delivered + "connect cause 28", "4003" + delivered + "alerting cause 28"
                        )
    );
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 alerting");
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4003")));
    EXPECT_EQ(
        events_.take("4001").front(),
        "ESTABLISHED 1/4003 subject 4003 calling 4001 called 4002 redirected 4002 local connect cause 22"
    );
}

TEST_F(CallDivertingTest, DeflectGoesOutsideToo) {
    ring();
    EXPECT_EQ(deflect("97"), -1);
    EXPECT_THAT(
        events_.take("4002"), ElementsAre("DIVERTED 1/4002 subject 4002 called 7 local null cause 28")
    );
    EXPECT_EQ(legs(), "1/4001 connect, 1/T1#3 alerting");
}

TEST_F(CallDivertingTest, DeflectIsRefusedAsTheSwitchDoes) {
    ring();
    connect("4003", "4010");
    EXPECT_EQ(deflect("4010"), RESOURCE_BUSY) << "CS0/17: target busy";
    EXPECT_EQ(deflect("4002"), GENERIC_OPERATION) << "CS3/42: own number";
    EXPECT_EQ(deflect("4001"), GENERIC_OPERATION) << "CS3/42: calling number";
    EXPECT_EQ(deflect("7777"), INVALID_DESTINATION) << "CS3/43: unassigned";
    EXPECT_EQ(deflect(""), INVALID_DESTINATION) << "CS3/43: empty";
    EXPECT_EQ(deflect("2001"), INVALID_DESTINATION) << "an agent who is logged out";
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4002")));
    EXPECT_EQ(deflect("4005"), GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY) << "CS3/63: not alerting";
}

TEST_F(CallDivertingTest, PickupTellsAllPartiesAndConnects) {
    ring();
    EXPECT_EQ(pick_up("4003"), -1);
    const std::string diverted = " DIVERTED 1/4002 subject 4002 called 4003 local ";
    const std::string established =
        " ESTABLISHED 1/4003 subject 4003 calling 4001 called 4002 redirected 4002 local connect cause 22";
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001" + diverted + "connect cause 28", "4003" + diverted + "alerting cause 28",
                            "4002" + diverted + "null cause 28", "4001" + established, "4003" + established
                        )
    );
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 connect");
}

TEST_F(CallDivertingTest, PickupNeedsAFreeStationAndARingingCall) {
    ring();
    connect("4003", "4004");
    EXPECT_EQ(pick_up("4003"), RESOURCE_BUSY);
    EXPECT_EQ(pick_up("4001"), GENERIC_OPERATION);
    EXPECT_EQ(pick_up("7777"), INVALID_DESTINATION);
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4002")));
    EXPECT_EQ(pick_up("4005"), GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY);
}

TEST_F(CallDivertingTest, RemembersWhereTheCallWas) {
    ring();
    EXPECT_EQ(deflect("4003"), -1);
    const auto& history = events_.last("4003", CSTA_DELIVERED).data.history;
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].device, "4002");
    EXPECT_EQ(history[0].cause, EC_REDIRECTED);
    EXPECT_EQ(history[0].connection, leg(1, "4002"));
}

}  // namespace
}  // namespace ctiengine::simulator::test
