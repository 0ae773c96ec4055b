// cstaMonitorCall over a real socket (tsapi: 8), snapshots and filters.
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

class CallMonitorTest : public RequestsTest {
  protected:
    using RequestsTest::RequestsTest;

    static wire::Frame monitor(WireClient& client, long call, const CSTAMonitorFilter_t& filter = {}) {
        return client.ask(CSTA_MONITOR_CALL, CSTAMonitorCall_t{leg(call, "4001"), filter});
    }
    static std::uint32_t reference_of(const wire::Frame& confirmed) {
        const auto pdu = wire::decode_pdu(confirmed);
        return static_cast<std::uint32_t>(pdu.as<CSTAMonitorConfEvent_t>()->monitorCrossRefID);
    }
    void ring() { command({{"do", "dial"}, {"device", "4001"}, {"to", "4002"}}); }
};

TEST_F(CallMonitorTest, AnswersWithASnapshotOfTheCall) {
    auto client = open_client();
    ring();
    const auto confirmed = monitor(*client, 1);
    ASSERT_EQ(confirmed.type, CSTA_MONITOR_CONF);
    const auto att = wire::decode_att(confirmed.private_data);
    ASSERT_EQ(att.type(), ATT_MONITOR_CALL_CONF);
    const auto& snapshot = att.as<ATTMonitorCallConfEvent_t>()->snapshotCall;
    ASSERT_EQ(snapshot.count, 2U);
    EXPECT_EQ(text_of(snapshot.pInfo[1].deviceOnCall.deviceID), "4002");
    EXPECT_EQ(snapshot.pInfo[1].localConnectionState, CS_ALERTING);
    auto old = open_client("ECS#4");
    EXPECT_EQ(wire::att_pdu_number(monitor(*old, 1).private_data), ATTV4_MONITOR_CALL_CONF);
    EXPECT_EQ(command({{"do", "truth"}})["monitors"][0]["callId"], 1);
}

TEST_F(CallMonitorTest, EndsWithTheCall) {
    auto client = open_client();
    ring();
    const auto reference = reference_of(monitor(*client, 1));
    client->ask(CSTA_ANSWER_CALL, CSTAAnswerCall_t{leg(1, "4002")});
    client->ask(CSTA_CLEAR_CONNECTION, CSTAClearConnection_t{leg(1, "4002")});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "59 56 54 119");
    for (const auto& event : events) EXPECT_EQ(event.reference, reference);
    const auto established = wire::decode_pdu(events[0]);
    EXPECT_EQ(established.as<CSTAEstablishedEvent_t>()->localConnectionInfo, CS_NONE);
    const auto cleared = wire::decode_pdu(events[2]);
    EXPECT_EQ(cleared.as<CSTACallClearedEvent_t>()->clearedCall.callID, 1);
    EXPECT_EQ(text_of(cleared.as<CSTACallClearedEvent_t>()->clearedCall.deviceID), "0");
    EXPECT_EQ(wire::att_pdu_number(events[2].private_data), ATT_CALL_CLEARED);
    CSTAMonitorStop_t stop{static_cast<long>(reference)};
    EXPECT_EQ(failure_of(client->ask(CSTA_MONITOR_STOP, stop)), INVALID_CROSS_REF_ID);
}

TEST_F(CallMonitorTest, FollowsTheCallIntoATransfer) {
    auto client = open_client();
    ring();
    command({{"do", "answer"}, {"device", "4002"}});
    monitor(*client, 1);
    CSTAConsultationCall_t consult{leg(1, "4001"), {}};
    put_text(consult.calledDevice, "4003");
    client->ask(CSTA_CONSULTATION_CALL, consult);
    client->ask(CSTA_TRANSFER_CALL, CSTATransferCall_t{leg(1, "4001"), leg(2, "4001")});
    command({{"do", "answer"}, {"device", "4003"}});
    EXPECT_EQ(types(all_so_far(*client)), "61 67 59");
}

struct EndsInMerges : CallMonitorTest {
    EndsInMerges() : CallMonitorTest(plan()) {}
    static SimulatorPlan plan() {
        auto plan = service_plan();
        plan.switch_plan.profile.call_monitor_follows_merge = false;
        plan.switch_plan.profile.causes.call_monitor_ended = EC_TRANSFER;
        return plan;
    }
};

TEST_F(EndsInMerges, ByTheProfile) {
    auto client = open_client();
    ring();
    command({{"do", "answer"}, {"device", "4002"}});
    monitor(*client, 1);
    CSTAConsultationCall_t consult{leg(1, "4001"), {}};
    put_text(consult.calledDevice, "4003");
    client->ask(CSTA_CONSULTATION_CALL, consult);
    client->ask(CSTA_TRANSFER_CALL, CSTATransferCall_t{leg(1, "4001"), leg(2, "4001")});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "61 119");
    const auto ended = wire::decode_pdu(events[1]);
    EXPECT_EQ(ended.as<CSTAMonitorEndedEvent_t>()->cause, EC_TRANSFER);
}

TEST_F(CallMonitorTest, StopsOnRequestAndKnowsNoStrangers) {
    auto client = open_client();
    ring();
    CSTAMonitorStop_t stop{static_cast<long>(reference_of(monitor(*client, 1)))};
    EXPECT_EQ(client->ask(CSTA_MONITOR_STOP, stop).type, CSTA_MONITOR_STOP_CONF);
    command({{"do", "answer"}, {"device", "4002"}});
    EXPECT_TRUE(all_so_far(*client).empty());
    EXPECT_EQ(failure_of(monitor(*client, 99)), INVALID_CSTA_CONNECTION_IDENTIFIER);
}

TEST_F(CallMonitorTest, ASetBitHoldsAnEventBackUntilTheFilterChanges) {
    auto client = open_client();
    ring();
    CSTAMonitorFilter_t filter{};
    filter.call = CF_ESTABLISHED | CF_HELD;
    const auto reference = reference_of(monitor(*client, 1, filter));
    command({{"do", "answer"}, {"device", "4002"}});
    command({{"do", "hold"}, {"device", "4001"}});
    command({{"do", "retrieve"}, {"device", "4001"}});
    EXPECT_EQ(types(all_so_far(*client)), "65");
    const auto confirmed =
        client->ask(CSTA_CHANGE_MONITOR_FILTER, CSTAChangeMonitorFilter_t{static_cast<long>(reference), {}});
    EXPECT_EQ(confirmed.type, CSTA_CHANGE_MONITOR_FILTER_CONF);
    command({{"do", "hold"}, {"device", "4001"}});
    EXPECT_EQ(types(all_so_far(*client)), "61");
}

TEST_F(CallMonitorTest, SnapshotOfACallTellsWhereItWas) {
    auto client = open_client();
    ring();
    command({{"do", "deflect"}, {"device", "4002"}, {"to", "4003"}});
    const auto confirmed = client->ask(CSTA_SNAPSHOT_CALL, CSTASnapshotCall_t{leg(1, "4001")});
    const auto att = wire::decode_att(confirmed.private_data);
    const auto* snapshot = att.as<ATTSnapshotCallConfEvent_t>();
    ASSERT_NE(snapshot, nullptr);
    ASSERT_EQ(snapshot->deviceHistory.count, 1U);
    EXPECT_STREQ(snapshot->deviceHistory.deviceHistoryList[0].olddeviceID, "4002");
}

}  // namespace
}  // namespace ctiengine::simulator::test
