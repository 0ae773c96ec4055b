#include "tests/unit/tsapi-worker/rpc/rpc_fixture.hpp"

namespace ctiengine::rpc {
namespace {

constexpr int kMaxWaiting = 10;

class GatewayStreamTest : public RpcTest {
  protected:
    GatewayStreamTest() : RpcTest(kMaxWaiting) {}
};

TEST_F(GatewayStreamTest, AGatewayThatDoesNotAcknowledgeIsCutAndResumes) {
    auto slow = attach("g1");
    EXPECT_EQ(slow->next(), "welcome fresh 1");
    for (int seq = 1; seq <= kMaxWaiting; ++seq) {
        journal_events(1);
        EXPECT_EQ(slow->next(), "event " + std::to_string(seq));
    }
    journal_events(1);
    EXPECT_EQ(slow->status().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    auto again = attach("g1", kEpoch, kMaxWaiting);
    EXPECT_EQ(again->next(), "welcome replayed 11");
    EXPECT_EQ(again->next(), "event 11");
}

TEST_F(GatewayStreamTest, AGatewayThatAcknowledgesGoesOn) {
    auto gateway = attach("g1");
    gateway->next();
    for (int seq = 1; seq <= 5 * kMaxWaiting; ++seq) {
        journal_events(1);
        ASSERT_EQ(gateway->next(), "event " + std::to_string(seq));
        gateway->acknowledge(static_cast<std::uint64_t>(seq));
        gateway->request(static_cast<std::uint64_t>(seq), csta::SnapshotDevice{"4001"});
        ASSERT_EQ(gateway->next(), "response " + std::to_string(seq) + " failure 34")
            << "an answer: the acknowledgement before it has been taken";
    }
}

TEST_F(GatewayStreamTest, OneSlowGatewayDoesNotHarmAnother) {
    auto slow = attach("g1");
    auto good = attach("g2");
    EXPECT_EQ(slow->next(), "welcome fresh 1");
    EXPECT_EQ(good->next(), "welcome fresh 1");
    for (int seq = 1; seq <= 2 * kMaxWaiting; ++seq) {
        journal_events(1);
        ASSERT_EQ(good->next(), "event " + std::to_string(seq));
        good->acknowledge(static_cast<std::uint64_t>(seq));
        good->request(1, csta::SnapshotDevice{"4001"});
        ASSERT_EQ(good->next(), "response 1 failure 34");
    }
    EXPECT_EQ(slow->status().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(GatewayStreamTest, AReplayThatWouldGetTheGatewayCutIsASnapshotInstead) {
    attach("g1")->next();
    journal_events(kMaxWaiting);
    EXPECT_EQ(attach("g1", kEpoch, 1)->next(), "welcome snapshot 11");
    EXPECT_EQ(attach("g1", kEpoch, kMaxWaiting / 2)->next(), "welcome replayed 6");
}

TEST_F(GatewayStreamTest, AnAcknowledgementOfWhatWasNeverSentIsIgnored) {
    auto gateway = attach("g1");
    gateway->next();
    gateway->acknowledge(1000000);
    gateway->request(1, csta::SnapshotDevice{"4001"});
    EXPECT_EQ(gateway->next(), "response 1 failure 34");
    journal_events(1);
    EXPECT_EQ(gateway->next(), "event 1");
    journal_events(kMaxWaiting);
    EXPECT_EQ(gateway->status().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
}

}  // namespace
}  // namespace ctiengine::rpc
