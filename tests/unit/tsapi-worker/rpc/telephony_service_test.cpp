#include "tests/unit/tsapi-worker/rpc/rpc_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::rpc {
namespace {

namespace pb = tsapi::v1;
using Code = grpc::StatusCode;

class TelephonyServiceTest : public RpcTest {};

TEST_F(TelephonyServiceTest, AnswersHelloWithWelcomeThenSendsLiveEvents) {
    auto gateway = attach("g1");
    EXPECT_EQ(gateway->next(), "welcome fresh 1");
    journal_events(2);
    EXPECT_EQ(gateway->next(), "event 1");
    EXPECT_EQ(gateway->next(), "event 2");
}

TEST_F(TelephonyServiceTest, EveryGatewayGetsEveryEvent) {
    auto first = attach("g1");
    auto second = attach("g2");
    EXPECT_EQ(first->next(), "welcome fresh 1");
    EXPECT_EQ(second->next(), "welcome fresh 1");
    journal_events(1);
    EXPECT_EQ(first->next(), "event 1");
    EXPECT_EQ(second->next(), "event 1");
}

TEST_F(TelephonyServiceTest, ReplaysWhatWasMissedBeforeLiveEvents) {
    attach("g1")->next();
    journal_events(5);
    auto gateway = attach("g1", kEpoch, 3);
    EXPECT_EQ(gateway->next(), "welcome replayed 4");
    journal_events(1);
    EXPECT_EQ(gateway->next(), "event 4");
    EXPECT_EQ(gateway->next(), "event 5");
    EXPECT_EQ(gateway->next(), "event 6");
}

TEST_F(TelephonyServiceTest, AGatewayOfAnotherEpochHasToTakeASnapshot) {
    journal_events(2);
    auto gateway = attach("g1", kEpoch - 1, 2);
    EXPECT_EQ(gateway->next(), "welcome snapshot 3");
    journal_events(1);
    EXPECT_EQ(gateway->next(), "event 3");
}

TEST_F(TelephonyServiceTest, KeepsAnswersAndEventsInTheSwitchsOrder) {
    link_up();
    auto gateway = attach("g1");
    EXPECT_EQ(gateway->next(), "welcome fresh 2");
    for (std::uint64_t id : {1, 2, 3}) gateway->request(id, csta::SnapshotDevice{"4001"});
    ASSERT_TRUE(eventually([this] { return port_.invoke_ids.size() == 3; }));
    on_home([this] {
        port_.input(telephony::Confirmed{port_.invoke_ids[1], csta::Done{}});
        port_.input(telephony::SystemStatusReported{csta::SystemStatus::OverloadImminent});
        port_.input(telephony::Confirmed{port_.invoke_ids[0], csta::Failure{}});
        port_.input(telephony::SystemStatusReported{csta::SystemStatus::OverloadRelieved});
        port_.input(telephony::Confirmed{port_.invoke_ids[2], csta::Done{}});
    });
    EXPECT_EQ(gateway->next(), "response 2");
    EXPECT_EQ(gateway->next(), "event 2");
    EXPECT_EQ(gateway->next(), "response 1 failure 0");
    EXPECT_EQ(gateway->next(), "event 3");
    EXPECT_EQ(gateway->next(), "response 3");
}

TEST_F(TelephonyServiceTest, AnswersWithoutALinkAtOnce) {
    auto gateway = attach("g1");
    gateway->next();
    gateway->request(7, csta::SnapshotDevice{"4001"});
    EXPECT_EQ(gateway->next(), "response 7 failure 34");
}

TEST_F(TelephonyServiceTest, AServiceItDoesNotKnowIsAFailureNotAnEnd) {
    auto gateway = attach("g1");
    gateway->next();
    pb::GatewayMessage unknown;
    unknown.mutable_request()->set_request_id(9);
    gateway->write(unknown);
    EXPECT_EQ(gateway->next(), "response 9 failure 1");
    gateway->request(10, csta::SnapshotDevice{"4001"});
    EXPECT_EQ(gateway->next(), "response 10 failure 34");
}

TEST_F(TelephonyServiceTest, EndsAStreamThatDoesNotBeginWithHello) {
    Gateway gateway(channel_);
    gateway.request(1, csta::SnapshotDevice{"4001"});
    EXPECT_EQ(gateway.status().error_code(), Code::FAILED_PRECONDITION);
}

TEST_F(TelephonyServiceTest, EndsAStreamWhoseHelloNamesNobody) {
    EXPECT_EQ(attach("")->status().error_code(), Code::INVALID_ARGUMENT);
}

TEST_F(TelephonyServiceTest, EndsAStreamThatSaysHelloTwice) {
    auto gateway = attach("g1");
    gateway->next();
    gateway->hello("g2");
    EXPECT_EQ(gateway->status().error_code(), Code::INVALID_ARGUMENT);
}

TEST_F(TelephonyServiceTest, ANewStreamOfAGatewayReplacesTheOldOne) {
    auto old_one = attach("g1");
    EXPECT_EQ(old_one->next(), "welcome fresh 1");
    journal_events(1);
    EXPECT_EQ(old_one->next(), "event 1");
    auto new_one = attach("g1", kEpoch, 1);
    EXPECT_EQ(new_one->next(), "welcome nothing missed 2");
    EXPECT_EQ(old_one->status().error_code(), Code::ABORTED);
    EXPECT_EQ(on_home([this] { return service_.attached(); }), 1U);
    journal_events(1);
    EXPECT_EQ(new_one->next(), "event 2") << "the end of the old stream does not detach the new one";
}

TEST_F(TelephonyServiceTest, AGatewayThatHangsUpIsDetached) {
    auto gateway = attach("g1");
    gateway->next();
    gateway->writes_done();
    EXPECT_TRUE(gateway->status().ok());
    EXPECT_TRUE(eventually([this] { return service_.attached() == 0; }));
}

TEST_F(TelephonyServiceTest, AGatewayThatVanishesInMidCallIsDetachedAndItsAnswerGoesNowhere) {
    link_up();
    auto gateway = attach("g1");
    gateway->next();
    gateway->request(1, csta::SnapshotDevice{"4001"});
    ASSERT_TRUE(eventually([this] { return port_.invoke_ids.size() == 1; }));
    gateway.reset();
    ASSERT_TRUE(eventually([this] { return service_.attached() == 0; }));
    on_home([this] { port_.input(telephony::Confirmed{port_.invoke_ids[0], csta::Done{}}); });
    EXPECT_EQ(on_home([this] { return telephony_.outstanding(); }), 0U);
}

TEST_F(TelephonyServiceTest, StopEndsAllStreamsWithCallsInFlight) {
    link_up();
    auto gateway = attach("g1");
    gateway->next();
    gateway->request(1, csta::SnapshotDevice{"4001"});
    ASSERT_TRUE(eventually([this] { return port_.invoke_ids.size() == 1; }));
    Gateway without_hello(channel_);
    without_hello.acknowledge(0);
    without_hello.next();
    on_home([this] {
        service_.stop();
        telephony_.stop();
    });
    EXPECT_EQ(gateway->status().error_code(), Code::UNAVAILABLE);
    EXPECT_EQ(attach("g2")->status().error_code(), Code::UNAVAILABLE) << "one that comes later";
}

TEST_F(TelephonyServiceTest, AGatewayWhoseWatchesHaveEndedHasToTakeASnapshot) {
    journal_events(2);
    auto gateway = attach("never seen or away for too long", kEpoch, 1);
    EXPECT_EQ(gateway->next(), "welcome snapshot 3") << "events of its devices may be in no journal";
}

}  // namespace
}  // namespace ctiengine::rpc
