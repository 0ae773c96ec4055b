#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TelephonyRequestsTest : public TelephonyTest {};

TEST_F(TelephonyRequestsTest, AreAnsweredByTheirConfirmation) {
    begin();
    ask(csta::MakeCall{"4001", "4002", {}, {}, false});
    ask(csta::SnapshotDevice{"4001"});
    confirm(port.take("snapshot 4001"), csta::DeviceSnapshot{});
    EXPECT_THAT(answered(), ElementsAre("answer 3"));
    confirm(port.take("call 4002"), csta::NewCall{});
    EXPECT_THAT(answered(), ElementsAre("answer 1"));
    EXPECT_EQ(telephony.outstanding(), 0U);
}

TEST_F(TelephonyRequestsTest, PassARefusalOfTheSwitchOnEvenWhenItsNumberIsZero) {
    begin();
    ask(csta::SnapshotDevice{"4001"});
    confirm(port.take("snapshot 4001"), csta::Failure{csta::UniversalFailure::GenericUnspecified, ""});
    EXPECT_THAT(answered(), ElementsAre("failure 0"));
    EXPECT_EQ(telephony.status().failures, 1U);
}

TEST_F(TelephonyRequestsTest, AreRefusedAtOnceWhileThereIsNoLinkWithTheReason) {
    telephony.start();
    port.input(StreamFailed{"AES does not answer"});
    csta::Failure failure;
    auto note = [&](csta::Response response) { failure = std::get<csta::Failure>(response); };
    telephony.request("g1", csta::SnapshotDevice{"4001"}, 10s, note);
    EXPECT_EQ(failure.value, csta::UniversalFailure::ResourceOutOfService);
    EXPECT_THAT(failure.detail, HasSubstr("AES does not answer"));
    telephony.request("g1", csta::MonitorStart{csta::at_device("4001")}, 10s, note);
    EXPECT_EQ(failure.value, csta::UniversalFailure::ResourceOutOfService);
}

TEST_F(TelephonyRequestsTest, TimeOutAtTheirDeadlineAndTheLateAnswerIsDropped) {
    begin();
    ask(csta::SnapshotDevice{"4001"}, 2s);
    auto invoke_id = port.take("snapshot 4001");
    pass(1999ms);
    EXPECT_THAT(answered(), IsEmpty());
    pass(1ms);
    EXPECT_THAT(answered(), ElementsAre("failure 78"));
    confirm(invoke_id, csta::DeviceSnapshot{});
    EXPECT_THAT(answered(), IsEmpty());
    EXPECT_EQ(telephony.status().late_answers, 1U);
}

TEST_F(TelephonyRequestsTest, AreGivenUpWhenTheLinkIsLost) {
    begin();
    ask(csta::SnapshotDevice{"4001"});
    link_lost();
    EXPECT_THAT(answered(), ElementsAre("failure 34"));
    pass(0ms);
    link_up();
    ask(csta::SnapshotDevice{"4002"});
    EXPECT_THAT(port.waiting(), ElementsAre("snapshot 4001", "snapshot 4002")) << "nothing is sent twice";
}

TEST_F(TelephonyRequestsTest, ThatTheLibraryDoesNotTakeAreAnsweredWithItsReason) {
    begin();
    port.refusal = csta::Failure{csta::UniversalFailure::InvalidDeviceIdentifier, "too long"};
    for (int i = 0; i < 150; ++i) ask(csta::SnapshotDevice{"4001"});
    EXPECT_THAT(answered(), testing::AllOf(testing::SizeIs(150), testing::Each("failure 12")));
    port.refusal.reset();
    ask(csta::SnapshotDevice{"4001"});
    EXPECT_THAT(port.waiting(), ElementsAre("snapshot 4001")) << "they do not count as outstanding";
}

TEST_F(TelephonyRequestsTest, AnAgentsStateIsAnsweredWithTheIdThatLoggedInThere) {
    begin();
    ask(csta::SetAgentState{"4001", csta::AgentMode::LogIn, "1001", "", "", csta::WorkMode::AuxWork, 0, false}
    );
    confirm(port.take("set agent of 4001"), csta::AgentStateSet{});
    std::string agent_id;
    telephony.request("g1", csta::QueryAgentState{"4001", {}}, 10s, [&](csta::Response response) {
        agent_id = std::get<csta::AgentStateAnswer>(response).agent_id;
    });
    confirm(
        port.take("agent of 4001"), csta::AgentStateAnswer{csta::AgentState::NotReady, {}, {}, 0, {}, 0, ""}
    );
    EXPECT_EQ(agent_id, "1001");
}

class GuardedRequestsTest : public TelephonyTest {
  protected:
    GuardedRequestsTest() : TelephonyTest(one_at_a_time()) { begin(); }
    static TelephonySettings one_at_a_time() {
        auto settings = two_links();
        settings.max_outstanding = 1;
        return settings;
    }
};

TEST_F(GuardedRequestsTest, WaitForTheirTurn) {
    ask(csta::SnapshotDevice{"4001"});
    ask(csta::SnapshotDevice{"4002"});
    EXPECT_THAT(port.waiting(), ElementsAre("snapshot 4001"));
    confirm(port.take("snapshot 4001"));
    EXPECT_THAT(port.waiting(), ElementsAre("snapshot 4002"));
}

TEST_F(GuardedRequestsTest, AreRefusedAsTooManyWhenTheirTurnDoesNotComeInTime) {
    ask(csta::SnapshotDevice{"4001"}, 10s);
    ask(csta::SnapshotDevice{"4002"}, 1s);
    pass(1s);
    EXPECT_THAT(answered(), ElementsAre("failure 44"));
    confirm(port.take("snapshot 4001"));
    EXPECT_THAT(port.waiting(), IsEmpty()) << "it is not sent any more";
}

TEST_F(GuardedRequestsTest, ATimeOutMakesRoom) {
    ask(csta::SnapshotDevice{"4001"}, 1s);
    ask(csta::SnapshotDevice{"4002"}, 10s);
    port.take("snapshot 4001");
    pass(1s);
    EXPECT_THAT(port.waiting(), ElementsAre("snapshot 4002"));
}

TEST_F(GuardedRequestsTest, ThatWaitAreToldOfTheLostLinkToo) {
    ask(csta::SnapshotDevice{"4001"});
    ask(csta::SnapshotDevice{"4002"});
    link_lost();
    EXPECT_THAT(answered(), ElementsAre("failure 34", "failure 34"));
}

}  // namespace
}  // namespace ctiengine::telephony
