// Rows of tsapi 9.1 for calls: what is refused, by which number; a refused request changes and reports
// nothing.
#include "tests/unit/simulator/switch/switch_fixture.hpp"

#include <functional>

namespace ctiengine::simulator::test {
namespace {

/// Calls 1: 4001-4002 talk. 2: 4003 rings from 4004. 3 held and 4 active at 4005, to 4006 and 4007.
/// 5: 4008 hears a failure tone. 6: 4009 has dial tone.
struct RefusedRequest {
    const char* name;
    std::function<int(Switch&)> request;
    int failure;
};

ConnectionRef at(CallId call, const std::string& device) {
    return {call, device, false};
}

class RefusalsTest : public SwitchTest, public testing::WithParamInterface<RefusedRequest> {
  protected:
    void SetUp() override {
        connect("4001", "4002");
        ASSERT_TRUE(switch_.setup().make_call("4004", "4003", {}));
        connect("4005", "4006");
        ASSERT_TRUE(switch_.handling().consult(at(3, "4005"), "4007", {}));
        ASSERT_TRUE(switch_.handling().answer(at(4, "4007")));
        ASSERT_TRUE(switch_.setup().make_call("4008", "7777", {}));
        ASSERT_TRUE(switch_.setup().lift_handset("4009"));
        events_.forget();
    }
};

TEST_P(RefusalsTest, ChangesAndReportsNothing) {
    const auto before = legs();
    EXPECT_EQ(GetParam().request(switch_), GetParam().failure);
    EXPECT_EQ(legs(), before);
    EXPECT_THAT(events_.take(), testing::IsEmpty());
}

const CallOptions kLongUserData{UserData{UUI_USER_SPECIFIC, std::string(97, 'x')}, {}};

#define REFUSED(name, expression, failure)                                \
    RefusedRequest {                                                      \
#name, [](Switch & s) { return failure_of(expression); }, failure \
    }

INSTANTIATE_TEST_SUITE_P(
    Switch,
    RefusalsTest,
    testing::Values(
        REFUSED(CallFromNoStation, s.setup().make_call("4999", "4001", {}), INVALID_CALLING_DEVICE),
        REFUSED(CallFromLoggedOutAgent, s.setup().make_call("2001", "4001", {}), GENERIC_UNSPECIFIED),
        REFUSED(CallWhileTalking, s.setup().make_call("4001", "4010", {}), RESOURCE_BUSY),
        REFUSED(CallWhileHearingTone, s.setup().make_call("4008", "4010", {}), RESOURCE_BUSY),
        REFUSED(CallToNothing, s.setup().make_call("4010", "", {}), OBJECT_NOT_KNOWN),
        REFUSED(UserDataTooLong, s.setup().make_call("4010", "4001", kLongUserData), VALUE_OUT_OF_RANGE),
        REFUSED(HandsetIsUp, s.setup().lift_handset("4009"), RESOURCE_BUSY),
        REFUSED(AnswerUnknownCall, s.handling().answer(at(99, "4003")), INVALID_CSTA_CONNECTION_IDENTIFIER),
        REFUSED(AnswerOfOtherStation, s.handling().answer(at(2, "4010")), INVALID_CSTA_CONNECTION_IDENTIFIER),
        REFUSED(AnswerHeldCall, s.handling().answer(at(3, "4005")), INVALID_OBJECT_STATE),
        REFUSED(AnswerDialTone, s.handling().answer(at(6, "4009")), INVALID_OBJECT_STATE),
        REFUSED(HoldRingingCall, s.handling().hold(at(2, "4003")), INVALID_OBJECT_STATE),
        REFUSED(HoldDialTone, s.handling().hold(at(6, "4009")), INVALID_OBJECT_STATE),
        REFUSED(HoldFailedCall, s.handling().hold(at(5, "4008")), INVALID_OBJECT_STATE),
        REFUSED(HoldUnknownCall, s.handling().hold(at(99, "4001")), INVALID_CSTA_CONNECTION_IDENTIFIER),
        REFUSED(RetrieveTalkingCall, s.handling().retrieve(at(1, "4001")), INVALID_OBJECT_STATE),
        REFUSED(RetrieveWhileTalking, s.handling().retrieve(at(3, "4005")), RESOURCE_BUSY),
        REFUSED(
            AlternateSameCall, s.handling().alternate(at(4, "4005"), at(4, "4005")), INVALID_OBJECT_STATE
        ),
        REFUSED(
            AlternateWrongOrder, s.handling().alternate(at(3, "4005"), at(4, "4005")), INVALID_OBJECT_STATE
        ),
        REFUSED(
            AlternateTwoStations, s.handling().alternate(at(1, "4001"), at(3, "4005")), INVALID_OBJECT_STATE
        ),
        REFUSED(
            ReconnectWithoutHeld, s.handling().reconnect(at(1, "4001"), at(1, "4001")), INVALID_OBJECT_STATE
        ),
        REFUSED(ConsultFromRinging, s.handling().consult(at(2, "4003"), "4010", {}), INVALID_OBJECT_STATE),
        REFUSED(ConsultFromHeldWhileTalking, s.handling().consult(at(3, "4005"), "4010", {}), RESOURCE_BUSY),
        REFUSED(ConsultNothing, s.handling().consult(at(1, "4001"), "", {}), OBJECT_NOT_KNOWN),
        REFUSED(TransferTalking, s.merging().transfer(at(1, "4001"), at(1, "4001")), INVALID_OBJECT_STATE),
        REFUSED(TransferWrongOrder, s.merging().transfer(at(4, "4005"), at(3, "4005")), INVALID_OBJECT_STATE),
        REFUSED(
            TransferUnknown,
            s.merging().transfer(at(99, "4005"), at(4, "4005")),
            INVALID_CSTA_CONNECTION_IDENTIFIER
        ),
        REFUSED(
            ConferenceTwoStations, s.merging().conference(at(3, "4005"), at(1, "4001")), INVALID_OBJECT_STATE
        ),
        REFUSED(
            ClearUnknownConnection,
            s.clearing().clear_connection(at(1, "4010")),
            INVALID_CSTA_CONNECTION_IDENTIFIER
        ),
        REFUSED(ClearUnknownCall, s.clearing().clear_call(99), INVALID_CSTA_CONNECTION_IDENTIFIER),
        REFUSED(
            IncomingToNobody, s.setup().incoming({"030", "4999", {}, 0, {}}), INVALID_CSTA_DEVICE_IDENTIFIER
        ),
        REFUSED(
            IncomingOnNoTrunk, s.setup().incoming({"030", "4001", {}, 99, {}}), EXTERNAL_TRUNK_LIMIT_EXCEEDED
        ),
        REFUSED(QueryNobody, s.agents().query("4999"), INVALID_CSTA_DEVICE_IDENTIFIER)
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(SwitchTest, AnswerIsRefusedWhileTalking) {
    connect("4001", "4002");
    ring_from_outside("030", "4001");
    EXPECT_EQ(failure_of(switch_.handling().answer(leg(2, "4001"))), RESOURCE_BUSY);
}

TEST_F(SwitchTest, ConsultationNeedsAFreeAppearance) {
    connect("4010", "4001");
    EXPECT_EQ(failure_of(switch_.handling().consult(leg(1, "4010"), "4002", {})), RESOURCE_BUSY);
    EXPECT_EQ(legs(), "1/4010 connect, 1/4001 connect");
}

TEST_F(SwitchTest, ADeviceIsNotTwiceOnOneCall) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4002", {}));
    EXPECT_EQ(failure_of(switch_.merging().conference(leg(1, "4001"), leg(2, "4001"))), GENERIC_OPERATION);
}

TEST_F(SwitchTest, TwoUnansweredCallsAreNotMerged) {
    ASSERT_TRUE(switch_.setup().make_call("4001", "4002", {}));
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4003", {}));
    EXPECT_EQ(failure_of(switch_.merging().transfer(leg(1, "4001"), leg(2, "4001"))), GENERIC_OPERATION);
}

TEST_F(SwitchTest, BusyToneIsNotMerged) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "7777", {}));
    EXPECT_EQ(failure_of(switch_.merging().transfer(leg(1, "4001"), leg(2, "4001"))), INVALID_OBJECT_STATE);
}

TEST(RefusalTable, CanBeChangedByName) {
    RefusalTable table;
    EXPECT_EQ(table.failure(Denial::UserBusy), RESOURCE_BUSY);
    EXPECT_TRUE(table.replace("userBusy", SERVICE_BUSY));
    EXPECT_EQ(table.failure(Denial::UserBusy), SERVICE_BUSY);
    EXPECT_FALSE(table.replace("nonsense", SERVICE_BUSY));
}

}  // namespace
}  // namespace ctiengine::simulator::test
