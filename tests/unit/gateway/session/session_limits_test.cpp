#include "tests/unit/gateway/session/session_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;
using connection::CloseCode;
using refusals::Refusal;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto kNamespace = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";

std::string snapshot_of(const std::string& device) {
    return std::string("<SnapshotDevice") + kNamespace + "><snapshotObject>" + device +
           "</snapshotObject></SnapshotDevice>";
}
std::string status() {
    return std::string("<RequestSystemStatus") + kNamespace + "/>";
}

class SessionLimits : public SessionFixture {};

TEST_F(SessionLimits, RefuseRequestsOverTheRateAndForgive) {
    settings.requests_per_second = 1;
    settings.request_burst = 3;
    answer = csta::SystemStatusAnswer{};
    open();
    log_in();  // the first one
    for (int id = 2; id <= 3; ++id) EXPECT_THAT(say(id, status()), HasSubstr("RequestSystemStatusResponse"));
    EXPECT_THAT(say(4, status()), HasSubstr("performanceLimitExceeded"));
    clock_.pass(2s);
    EXPECT_THAT(say(5, status()), HasSubstr("RequestSystemStatusResponse"));
    EXPECT_EQ(refusals_.count(Refusal::RequestOverRate), 1U);
}

TEST_F(SessionLimits, CloseWhoGoesOnOverTheRate) {
    settings.requests_per_second = 1;
    settings.request_burst = 3;
    answer = csta::SystemStatusAnswer{};
    open();
    log_in();
    for (int id = 2; id <= 10 && !connection_->closed; ++id) say(id, status());
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::TryAgainLater);
    EXPECT_EQ(refusals_.count(Refusal::RequestRate), 1U);
}

TEST_F(SessionLimits, CountMalformedMessagesToo) {
    settings.request_burst = 2;
    settings.requests_per_second = 1;
    open();
    log_in();
    EXPECT_THAT(say(2, "<broken"), HasSubstr("invalidParameterValue"));
    EXPECT_THAT(say(3, "<broken"), HasSubstr("performanceLimitExceeded"));
}

TEST_F(SessionLimits, KeepRequestsForOthersFromTheSwitch) {
    open();
    log_in();
    const auto refused = say(2, snapshot_of("4002"));
    EXPECT_THAT(refused, HasSubstr("privilegeViolationSpecifiedDevice"));
    EXPECT_THAT(refused, HasSubstr("4002")) << "the developer learns which right is missing";
    EXPECT_THAT(asked, IsEmpty());
    EXPECT_EQ(refusals_.count(Refusal::DeviceDenied), 1U);
    EXPECT_EQ(trail_.entries.back().user, "ann");
}

TEST_F(SessionLimits, CloseWhoGoesOnAskingForOthers) {
    open();
    log_in();
    for (int id = 2; id <= 13 && !connection_->closed; ++id) say(id, snapshot_of("4002"));
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::PolicyViolation);
    EXPECT_EQ(refusals_.count(Refusal::DeniedTooOften), 1U);
    EXPECT_THAT(asked, IsEmpty());
}

TEST_F(SessionLimits, CutAClientThatDoesNotRead) {
    settings.outbox_messages = 3;
    settings.farewell_limit = 0s;
    answer = csta::SystemStatusAnswer{};
    open();
    log_in();
    connection_->reads = false;
    for (int id = 2; id <= 6; ++id) {
        connection_->say(connection::Frame("000" + std::to_string(id) + status(), false));
        runner_.poll();
    }
    wait_end();
    EXPECT_EQ(refusals_.count(Refusal::SlowReader), 1U);
    EXPECT_TRUE(connection_->cut) << "a close frame would wait behind what it does not read";
    EXPECT_TRUE(link_.sessions.empty());
}

class IdleSession : public SessionFixture {
  protected:
    IdleSession() { settings.idle_limit = 60s; }

    void set_agent_state(int id, const std::string& state, const std::string& device = "4001") {
        answer = csta::AgentStateSet{};
        say(id, std::string("<SetAgentState") + kNamespace + "><device>" + device +
                    "</device><requestedAgentState>" + state +
                    "</requestedAgentState><agentID>2001</agentID></SetAgentState>");
    }
    /// Nobody does anything for the limit; the page goes on resetting its timer.
    void go_idle() {
        asked.clear();
        clock_.pass(60s);
        reset(90);
        wait_end();
    }
};

TEST_F(IdleSession, EndsThoughItsPageLives) {
    open();
    log_in();
    go_idle();
    EXPECT_EQ(connection_->closed, CloseCode::GoingAway);
    EXPECT_EQ(refusals_.count(Refusal::IdleTimeout), 1U);
}

TEST_F(IdleSession, LogsItsAgentOutWhenItShall) {
    settings.log_out_on_timeout = true;
    open();
    log_in();
    set_agent_state(2, "loggedOn");
    ASSERT_EQ(asked.size(), 1U) << connection_->heard.back();
    go_idle();
    ASSERT_EQ(asked.size(), 1U);
    const auto* log_out = std::get_if<csta::SetAgentState>(&asked[0]);
    ASSERT_TRUE(log_out);
    EXPECT_EQ(log_out->mode, csta::AgentMode::LogOut);
    EXPECT_EQ(log_out->device, "4001");
}

TEST_F(IdleSession, EndsAlsoWhenTheLogOutIsRefused) {
    settings.log_out_on_timeout = true;
    open();
    log_in();
    set_agent_state(2, "loggedOn");
    answer = csta::Failure{csta::UniversalFailure::GenericOperation, "the agent is on a call"};
    go_idle();
    EXPECT_EQ(connection_->closed, CloseCode::GoingAway);
}

TEST_F(IdleSession, AsksForNothingWithoutTheSettingOrWithoutAnAgent) {
    open();
    log_in();
    set_agent_state(2, "loggedOn");
    go_idle();
    EXPECT_THAT(asked, IsEmpty()) << "LOGOUTONTIMEOUT n";

    settings.log_out_on_timeout = true;
    open();
    log_in();
    go_idle();
    EXPECT_THAT(asked, IsEmpty()) << "nobody is logged in";

    open();
    log_in();
    set_agent_state(2, "loggedOn");
    set_agent_state(3, "loggedOff");
    go_idle();
    EXPECT_THAT(asked, IsEmpty()) << "nobody is logged in any more";
}

}  // namespace
}  // namespace ctiengine::gateway
