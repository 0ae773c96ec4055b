#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class TelephonyAgentsTest : public TelephonyTest {
  protected:
    TelephonyAgentsTest() {
        begin();
        monitor("4001", 7);
        news();
    }
    static csta::AgentStateAnswer state(
        csta::AgentState state, csta::TalkState talk = csta::TalkState::Idle
    ) {
        csta::AgentStateAnswer answer;
        answer.state = state;
        answer.talk_state = talk;
        return answer;
    }
    /// The switch answers the query that is due.
    void poll(csta::AgentStateAnswer answer) {
        telephony.tick();
        confirm(port.take("agent of 4001"), std::move(answer));
    }
    void log_in() {
        ask(csta::SetAgentState{"4001", csta::AgentMode::LogIn, "1001", "", "", {}, 0, false});
        confirm(port.take("set agent of 4001"), csta::AgentStateSet{});
        poll(state(csta::AgentState::NotReady));
    }
};

TEST_F(TelephonyAgentsTest, ALogInIsToldWithTheStateThatFollows) {
    log_in();
    EXPECT_THAT(news(), ElementsAre("4001 logged on 1001", "4001 not ready 1001"));
}

TEST_F(TelephonyAgentsTest, AreLookedAtAgainAtTheBaseRateWithoutNewsWhenNothingChanged) {
    log_in();
    news();
    pass(29999ms);
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1ms);
    poll(state(csta::AgentState::NotReady));
    EXPECT_THAT(news(), IsEmpty());
    pass(30s);
    poll(state(csta::AgentState::Ready));
    EXPECT_THAT(news(), ElementsAre("4001 ready 1001"));
}

TEST_F(TelephonyAgentsTest, ACallIsFollowedByALookThatFindsThemBusy) {
    log_in();
    connect_call("4001", 7, 55);
    pass(50ms);
    poll(state(csta::AgentState::Ready, csta::TalkState::OnCall));
    EXPECT_THAT(news(), ElementsAre("4001 busy 1001"));
}

TEST_F(TelephonyAgentsTest, ACallThatIsTakenAwayUnansweredIsFollowedByALook) {
    log_in();
    news();
    call_event(7, csta::Diverted{leg(55, "4001"), {}, {}}, csta::ConnectionState::Null);
    news();
    pass(50ms);
    poll(state(csta::AgentState::WorkNotReady));
    EXPECT_THAT(news(), ElementsAre("4001 after call 1001"));
}

TEST_F(TelephonyAgentsTest, ALogOutIsTold) {
    log_in();
    news();
    ask(csta::SetAgentState{"4001", csta::AgentMode::LogOut, "1001", "", "", {}, 0, false});
    confirm(port.take("set agent of 4001"), csta::AgentStateSet{});
    poll(state(csta::AgentState::Null));
    EXPECT_THAT(news(), ElementsAre("4001 logged off 1001"));
    pass(1h);
    EXPECT_THAT(port.waiting(), IsEmpty()) << "nobody is there any more";
}

TEST_F(TelephonyAgentsTest, ARefusedChangeIsNotLookedAt) {
    ask(csta::SetAgentState{"4001", csta::AgentMode::LogIn, "1001", "", "", {}, 0, false});
    confirm(port.take("set agent of 4001"), csta::Failure{});
    pass(1h);
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyAgentsTest, AQueryThatIsRefusedIsRepeatedAtTheBaseRate) {
    log_in();
    pass(30s);
    confirm(port.take("agent of 4001"), csta::Failure{});
    pass(29999ms);
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1ms);
    EXPECT_THAT(port.waiting(), ElementsAre("agent of 4001"));
}

TEST_F(TelephonyAgentsTest, AreNotLookedAtWithoutALink) {
    log_in();
    link_lost();
    port.sent.clear();
    now += 1h;
    telephony.tick();
    EXPECT_THAT(port.waiting(), IsEmpty());
}

}  // namespace
}  // namespace ctiengine::telephony
