// Rows of tsapi 7.5: transfer and conference, and the first rule of 7.1.
#include "tests/unit/simulator/switch/switch_fixture.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

class CallMergingTest : public SwitchTest {
  protected:
    /// 4001 holds call 1 with 4002 and has called 4003 on call 2.
    void consult(bool answered) {
        connect("4001", "4002");
        ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4003", {}));
        if (answered) {
            ASSERT_TRUE(switch_.handling().answer(leg(2, "4003")));
        }
        events_.forget();
    }
    Outcome<MergedCall> transfer() { return switch_.merging().transfer(leg(1, "4001"), leg(2, "4001")); }
    Outcome<MergedCall> conference() { return switch_.merging().conference(leg(1, "4001"), leg(2, "4001")); }

    /// Adds `extension` to the conference of 4001 on `call`; its new call ID.
    CallId add_to_conference(CallId call, const std::string& extension) {
        const auto made = switch_.handling().consult(leg(call, "4001"), extension, {});
        EXPECT_TRUE(made);
        EXPECT_TRUE(switch_.handling().answer(leg(made->connection.call, extension)));
        const auto merged = switch_.merging().conference(leg(call, "4001"), made->connection);
        return merged ? merged->call : 0;
    }
};

TEST_F(CallMergingTest, TransferKeepsTheActiveCallId) {
    consult(true);
    const auto merged = transfer();
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->call, 2U);
    EXPECT_EQ(merged->ucid, "00001000021700000000");
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4003 TRANSFERRED 1/4001 and 2/4001 subject 4001 added 4003 parties 2/4002 "
                            "2/4003 local connect cause 32",
                            "4001 TRANSFERRED 1/4001 and 2/4001 subject 4001 added 4003 parties 2/4002 "
                            "2/4003 local null cause 32",
                            "4002 TRANSFERRED 1/4001 and 2/4001 subject 4001 added 4003 parties 2/4002 "
                            "2/4003 local connect cause 32"
                        )
    );
    EXPECT_EQ(legs(), "2/4002 connect, 2/4003 connect");
    const auto& data = events_.last("4003", CSTA_TRANSFERRED).data;
    EXPECT_EQ(data.ucid, merged->ucid);
    ASSERT_TRUE(data.original);
    EXPECT_EQ(data.original->reason, OR_TRANSFERRED);
    EXPECT_EQ(data.original->calling.number, "4001");
    ASSERT_EQ(data.history.size(), 1U);
    EXPECT_EQ(data.history[0].connection, leg(1, "4001"));
}

TEST_F(CallMergingTest, UnsupervisedTransferGoesOnRinging) {
    consult(false);
    ASSERT_TRUE(transfer());
    EXPECT_THAT(
        events_.take("4003"), ElementsAre("TRANSFERRED 1/4001 and 2/4001 subject 4001 added 4003 parties "
                                          "2/4002 2/4003 local alerting cause 32")
    );
    ASSERT_TRUE(switch_.handling().answer(leg(2, "4003")));
    EXPECT_EQ(
        events_.take("4002").front(),
        "ESTABLISHED 2/4003 subject 4003 calling 4001 called 4003 local connect cause 22"
    );
}

TEST_F(CallMergingTest, TransferredTrunkGetsANameOfTheNewCall) {
    ring_from_outside("030", "4001");
    ASSERT_TRUE(switch_.handling().answer(leg(1, "4001")));
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "4003", {}));
    events_.forget();
    const auto merged = transfer();
    ASSERT_TRUE(merged);
    EXPECT_EQ(legs(), "2/T2#3 connect, 2/4003 alerting");
    EXPECT_EQ(merged->parties[0].device.number, "030") << "the caller keeps its number";
    EXPECT_EQ(merged->parties[0].line, (TrunkLine{12, 1}));
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(2, "T2#3")));
    EXPECT_EQ(switch_.core().directory.trunk_group(12)->used(), 0);
}

TEST_F(CallMergingTest, FarEndAnswersAfterItsCallWasTransferred) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "9777", {}));
    ASSERT_TRUE(transfer());
    events_.forget();
    pass(std::chrono::milliseconds(1000));
    EXPECT_THAT(
        events_.take(),
        ElementsAre("4002 ESTABLISHED 2/T2#2 subject T2#2 calling 4001 called 777 local connect cause 22")
    );
}

TEST_F(CallMergingTest, FarEndThatFailsAfterTransferJustLeaves) {
    connect("4001", "4002");
    ASSERT_TRUE(switch_.handling().consult(leg(1, "4001"), "96", {}));
    ASSERT_TRUE(transfer());
    pass(std::chrono::milliseconds(300));
    EXPECT_EQ(legs(), "2/4002 fail") << "4002 hears the busy tone";
}

TEST_F(CallMergingTest, ConferenceKeepsTheController) {
    consult(true);
    const auto merged = conference();
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->call, 2U);
    const std::string line =
        " CONFERENCED 1/4001 and 2/4001 subject 4001 added 4003 parties 2/4001 2/4002 2/4003 local connect";
    EXPECT_THAT(events_.take(), ElementsAre("4003" + line, "4001" + line, "4002" + line));
    EXPECT_EQ(legs(), "2/4001 connect, 2/4002 connect, 2/4003 connect");
}

TEST_F(CallMergingTest, ConferenceWhileTheAddedPartyRings) {
    consult(false);
    ASSERT_TRUE(conference());
    EXPECT_EQ(
        events_.take("4003").front(),
        "CONFERENCED 1/4001 and 2/4001 subject 4001 added 4003 parties 2/4001 2/4002 2/4003 local alerting"
    );
}

TEST_F(CallMergingTest, PartiesLeaveAConferenceOneByOne) {
    consult(true);
    ASSERT_TRUE(conference());
    events_.forget();
    ASSERT_TRUE(switch_.clearing().clear_connection(leg(2, "4001")));
    EXPECT_THAT(
        events_.take(), ElementsAre(
                            "4001 CONNECTION_CLEARED 2/4001 subject 4001 local null",
                            "4002 CONNECTION_CLEARED 2/4001 subject 4001 local connect",
                            "4003 CONNECTION_CLEARED 2/4001 subject 4001 local connect"
                        )
    );
    EXPECT_EQ(legs(), "2/4002 connect, 2/4003 connect");
}

TEST_F(CallMergingTest, ConferenceTakesSixParties) {
    consult(true);
    ASSERT_TRUE(conference());
    auto call = add_to_conference(2, "4004");
    call = add_to_conference(call, "4005");
    call = add_to_conference(call, "4006");
    EXPECT_EQ(switch_.calls().at(call).parties.size(), 6U);
    const auto made = switch_.handling().consult(leg(call, "4001"), "4007", {});
    ASSERT_TRUE(switch_.handling().answer(leg(made->connection.call, "4007")));
    EXPECT_EQ(
        failure_of(switch_.merging().conference(leg(call, "4001"), made->connection)),
        CONFERENCE_MEMBER_LIMIT_EXCEEDED
    );
    ASSERT_TRUE(switch_.merging().transfer(leg(call, "4001"), made->connection)) << "that leaves six";
}

}  // namespace
}  // namespace ctiengine::simulator::test
