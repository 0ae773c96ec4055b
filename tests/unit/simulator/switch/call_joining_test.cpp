// Rows of tsapi 7.5 (attSingleStepConferenceCall, attSingleStepTransferCall) and 9.1.
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

class CallJoiningTest : public SwitchTest {
  protected:
    Outcome<MergedCall> join(CallId call, const std::string& device, ATTParticipationType_t how = PT_ACTIVE) {
        return switch_.joining().join({leg(call, "4001"), device, how, false});
    }
};

TEST_F(CallJoiningTest, ActivePartyIsEstablishedAndConferencedInTheSameCall) {
    connect("4001", "4002");
    const auto joined = join(1, "4003");
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->call, 1U);
    EXPECT_EQ(joined->parties.size(), 3U);
    const std::string established =
        " ESTABLISHED 1/4003 subject 4003 calling 4001 called 4002 local connect cause 1";
    const std::string conferenced =
        " CONFERENCED 1/4001 and 1/4001 subject 4001 added 4003 parties 1/4001 1/4002 1/4003 local connect "
        "cause 1";
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001" + established, "4002" + established, "4003" + established,
                            "4001" + conferenced, "4002" + conferenced, "4003" + conferenced
                        )
    );
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 connect, 1/4003 connect");
}

TEST_F(CallJoiningTest, SilentPartyHearsButDoesNotKeepTheCall) {
    connect("4001", "4002");
    ASSERT_TRUE(join(1, "4003", PT_SILENT));
    EXPECT_EQ(events_.last("4003", CSTA_CONFERENCED).cause, EC_SILENT_MONITOR);
    EXPECT_EQ(failure_of(switch_.handling().hold(leg(1, "4003"))), INVALID_OBJECT_STATE);
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_TRUE(switch_.calls().empty()) << "one who talks and one who listens are no call";
    EXPECT_EQ(events_.take("4003").back(), "CONNECTION_CLEARED 1/4003 subject 4003 local null");
}

TEST_F(CallJoiningTest, ActivePartyKeepsTheCallWhenAnotherLeaves) {
    connect("4001", "4002");
    ASSERT_TRUE(join(1, "4003"));
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(1, "4002")));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4003 connect");
}

TEST_F(CallJoiningTest, JoinsACallThatRings) {
    ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
    ASSERT_TRUE(join(1, "4003"));
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4002")));
    EXPECT_EQ(legs(), "1/4001 connect, 1/4002 connect, 1/4003 connect");
}

TEST_F(CallJoiningTest, RefusesAsTheSwitchDoes) {
    connect("4001", "4002");
    connect("4004", "4005");
    ASSERT_TRUE(switch_.setup().lift_handset("4006"));
    EXPECT_EQ(failure_of(join(1, "4002")), GENERIC_OPERATION) << "CS3/42: on the call already";
    EXPECT_EQ(failure_of(join(1, "4005")), RESOURCE_BUSY) << "CS0/17: busy";
    EXPECT_EQ(failure_of(join(1, "4006")), RESOURCE_BUSY) << "CS0/17: dialling";
    EXPECT_EQ(failure_of(join(1, "7777")), INVALID_CSTA_DEVICE_IDENTIFIER) << "CS0/28";
    EXPECT_EQ(failure_of(join(9, "4003")), INVALID_CSTA_CONNECTION_IDENTIFIER) << "CS0/28: call_id";
    const auto alerted = switch_.joining().join({leg(1, "4001"), "4003", PT_ACTIVE, true});
    EXPECT_EQ(failure_of(alerted), VALUE_OUT_OF_RANGE);
    const auto dialling = switch_.joining().join({leg(3, "4006"), "4003", PT_ACTIVE, false});
    EXPECT_EQ(failure_of(dialling), INVALID_OBJECT_STATE) << "CS0/98: no second party";
}

TEST_F(CallJoiningTest, ASeventhPartyIsTooMany) {
    connect("4001", "4002");
    for (const auto* device : {"4003", "4004", "4005", "4006"}) ASSERT_TRUE(join(1, device));
    EXPECT_EQ(failure_of(join(1, "4007")), CONFERENCE_MEMBER_LIMIT_EXCEEDED);
}

TEST_F(CallJoiningTest, SingleStepTransferRingsAtTheNewStation) {
    connect("4001", "4002");
    const auto done = switch_.joining().transfer(leg(1, "4001"), "4003");
    ASSERT_TRUE(done);
    EXPECT_EQ(done->transferred, leg(1, "4003"));
    const std::string transferred =
        " TRANSFERRED 1/4001 and 1/4001 subject 4001 added 4003 parties 1/4002 1/4003 local ";
    const std::string delivered = " DELIVERED 1/4003 subject 4003 calling 4001 called 4002 local ";
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001" + transferred + "null cause 52", "4002" + transferred + "connect cause 52",
                            "4002" + delivered + "connect cause 22", "4003" + delivered + "alerting cause 22"
                        )
    );
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4003")));
    EXPECT_EQ(legs(), "1/4002 connect, 1/4003 connect");
    EXPECT_EQ(events_.last("4003", CSTA_DELIVERED).data.original->reason, OR_TRANSFERRED);
}

TEST_F(CallJoiningTest, SingleStepTransferReachesTheOutside) {
    connect("4001", "4002");
    const auto done = switch_.joining().transfer(leg(1, "4001"), "97");
    ASSERT_TRUE(done);
    EXPECT_EQ(done->transferred, leg(1, "T1#3"));
    EXPECT_EQ(legs(), "1/4002 connect, 1/T1#3 alerting");
    pass(std::chrono::milliseconds(1000));
    EXPECT_EQ(legs(), "1/4002 connect, 1/T1#3 connect");
}

TEST_F(CallJoiningTest, SingleStepTransferIsRefusedWithTheCallUntouched) {
    connect("4001", "4002");
    connect("4003", "4010");
    const auto transfer = [this](const std::string& to) {
        return failure_of(switch_.joining().transfer(leg(1, "4001"), to));
    };
    EXPECT_EQ(transfer("4010"), RESOURCE_BUSY);
    EXPECT_EQ(transfer("4002"), GENERIC_OPERATION);
    EXPECT_EQ(transfer("7777"), INVALID_DESTINATION);
    EXPECT_EQ(transfer(""), INVALID_DESTINATION);
    ASSERT_TRUE(switch_.handling().hold(leg(1, "4001")));
    EXPECT_EQ(transfer("4005"), INVALID_OBJECT_STATE);
    EXPECT_EQ(legs(), "1/4001 hold, 1/4002 connect, 2/4003 connect, 2/4010 connect");
}

}  // namespace
}  // namespace ctiengine::simulator::test
