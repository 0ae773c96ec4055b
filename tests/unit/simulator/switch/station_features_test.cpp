// Features of stations: rows set/query MWI, DND, forwarding, last number of tsapi 3; service of 8.
#include "tests/unit/simulator/switch/switch_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

SwitchPlan covered_plan() {
    auto plan = small_plan();
    plan.coverage_paths = {{1, {"4003"}, true, true, false, 2}};
    plan.stations[1].coverage_path = 1;
    return plan;
}

class StationFeaturesTest : public SwitchTest {
  protected:
    StationFeaturesTest() : SwitchTest(covered_plan()) {}
    StationFeatures& features() { return switch_.features(); }
};

TEST_F(StationFeaturesTest, ForwardingIsSetToldAndQueried) {
    ASSERT_TRUE(features().set_forwarding("4001", {FWD_IMMEDIATE, true, "4002"}));
    ASSERT_TRUE(features().set_forwarding("4001", {FWD_BUSY, true, "97"}));
    auto list = features().forwarding("4001");
    ASSERT_TRUE(list);
    ASSERT_EQ(list->size(), 2U);
    EXPECT_TRUE(list->front().on);
    EXPECT_EQ(list->front().to, "4002");
    ASSERT_TRUE(features().set_forwarding("4001", {FWD_IMMEDIATE, false, ""}));
    list = features().forwarding("4001");
    EXPECT_FALSE(list->front().on) << "off is told as off";
    EXPECT_EQ(list->back().to, "97");
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 FORWARDING on type 0 to 4002", "4001 FORWARDING on type 1 to 97",
                            "4001 FORWARDING off type 0"
                        )
    );
}

TEST_F(StationFeaturesTest, ForwardingNeedsAStationAndADestination) {
    const auto forward = [this](const std::string& device, const std::string& to) {
        return failure_of(features().set_forwarding(device, {FWD_IMMEDIATE, true, to}));
    };
    EXPECT_EQ(forward("7777", "4001"), INVALID_CSTA_DEVICE_IDENTIFIER);
    EXPECT_EQ(forward("4001", "7777"), INVALID_FORWARDING_DESTINATION);
    EXPECT_EQ(forward("4001", "4001"), INVALID_FORWARDING_DESTINATION);
    EXPECT_EQ(failure_of(features().forwarding("7777")), INVALID_CSTA_DEVICE_IDENTIFIER);
    EXPECT_TRUE(events_.take().empty());
}

TEST_F(StationFeaturesTest, DoNotDisturbIsOffWithoutACoveragePath) {
    ASSERT_TRUE(features().set_send_all_calls("4001", true));
    ASSERT_TRUE(features().set_send_all_calls("4002", true));
    EXPECT_FALSE(*features().send_all_calls("4001"));
    EXPECT_TRUE(*features().send_all_calls("4002"));
    EXPECT_THAT(events_.take(), ElementsAre("4001 DO_NOT_DISTURB on", "4002 DO_NOT_DISTURB on"));
}

TEST_F(StationFeaturesTest, TheLampIsDarkWhenNoApplicationLightsIt) {
    ASSERT_TRUE(features().set_message_waiting("4001", true, 0x10));
    ASSERT_TRUE(features().set_message_waiting("4001", true, 0x02));
    ASSERT_TRUE(features().set_message_waiting("4001", false, 0x10));
    EXPECT_EQ(*features().message_applications("4001"), 0x02U);
    ASSERT_TRUE(features().set_message_waiting("4001", false, 0x02));
    EXPECT_EQ(events_.take().back(), "4001 MESSAGE_WAITING off");
}

TEST_F(StationFeaturesTest, TheLastNumberIsTheOneThatWasDialled) {
    EXPECT_EQ(*features().last_number("4001"), "");
    ASSERT_TRUE(switch_.setup().make_call("4001", "0301", {std::nullopt, "9"}));
    EXPECT_EQ(*features().last_number("4001"), "90301");
    EXPECT_EQ(failure_of(features().last_number("7777")), INVALID_CSTA_DEVICE_IDENTIFIER);
}

TEST_F(StationFeaturesTest, OutOfServiceEndsItsCallsAndTakesNone) {
    connect("4001", "4004");
    ASSERT_TRUE(features().set_in_service("4001", false));
    EXPECT_TRUE(switch_.calls().empty());
    EXPECT_EQ(events_.take("4001").back(), "OUT_OF_SERVICE off");
    EXPECT_EQ(failure_of(switch_.setup().make_call("4001", "4004", {})), RESOURCE_OUT_OF_SERVICE);
    EXPECT_EQ(failure_of(switch_.setup().lift_handset("4001")), RESOURCE_OUT_OF_SERVICE);
    ASSERT_TRUE(switch_.setup().make_call("4004", "4001", {}));
    EXPECT_EQ(legs(), "2/4004 fail");
    ASSERT_TRUE(features().set_in_service("4001", true));
    ASSERT_TRUE(features().set_in_service("4001", true));
    EXPECT_THAT(events_.take("4001"), ElementsAre("BACK_IN_SERVICE on"));
}

}  // namespace
}  // namespace ctiengine::simulator::test
