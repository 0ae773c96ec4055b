#include "gateway/session/agent_memory.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using Agents = std::map<csta::Device, std::string>;

csta::Request set(csta::AgentMode mode, const std::string& agent = "2001") {
    csta::SetAgentState request;
    request.device = "4001";
    request.mode = mode;
    request.agent_id = agent;
    return request;
}
csta::Request query() {
    csta::QueryAgentState request;
    request.device = "4001";
    return request;
}
csta::Response state(csta::AgentState state, const std::string& agent = {}) {
    csta::AgentStateAnswer answer;
    answer.state = state;
    answer.agent_id = agent;
    return answer;
}
csta::AgentEvent event(csta::AgentEvent::Kind kind, const std::string& agent = {}) {
    csta::AgentEvent happened;
    happened.kind = kind;
    happened.agent_id = agent;
    return happened;
}

TEST(AgentMemory, KnowsWhomTheSessionLoggedIn) {
    AgentMemory memory;
    memory.answered(set(csta::AgentMode::LogIn), csta::AgentStateSet{}, false);
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", "2001"}})) << "also at a telephone of somebody else";
    memory.answered(set(csta::AgentMode::NotReady), csta::AgentStateSet{}, false);
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", "2001"}}));
    memory.answered(set(csta::AgentMode::LogOut), csta::AgentStateSet{}, false);
    EXPECT_EQ(memory.logged_in(), Agents{});
}

TEST(AgentMemory, BelievesNoRequestThatFailed) {
    AgentMemory memory;
    const csta::Response failure = csta::Failure{csta::UniversalFailure::GenericOperation, "no"};
    memory.answered(set(csta::AgentMode::LogIn), failure, true);
    EXPECT_EQ(memory.logged_in(), Agents{});
    memory.answered(set(csta::AgentMode::LogIn), csta::AgentStateSet{}, true);
    memory.answered(set(csta::AgentMode::LogOut), failure, true);
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", "2001"}}));
}

TEST(AgentMemory, LearnsFromQueriesOfOwnTelephonesOnly) {
    AgentMemory memory;
    memory.answered(query(), state(csta::AgentState::Ready, "2001"), false);
    EXPECT_EQ(memory.logged_in(), Agents{}) << "a supervisor's look at an agent makes nobody his";
    memory.answered(query(), state(csta::AgentState::Ready), true);
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", ""}})) << "in, but nobody knows who";
    memory.answered(query(), state(csta::AgentState::Ready, "2001"), true);
    memory.answered(query(), state(csta::AgentState::NotReady), true);
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", "2001"}})) << "an answer without a name forgets none";
    memory.answered(query(), state(csta::AgentState::Null), true);
    EXPECT_EQ(memory.logged_in(), Agents{});
}

TEST(AgentMemory, LearnsFromEvents) {
    AgentMemory memory;
    memory.heard("4001", event(csta::AgentEvent::Kind::LoggedOn, "2001"));
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", "2001"}}));
    memory.heard("4001", event(csta::AgentEvent::Kind::LoggedOff));
    EXPECT_EQ(memory.logged_in(), Agents{});
    memory.heard("4001", event(csta::AgentEvent::Kind::Busy));
    EXPECT_EQ(memory.logged_in(), (Agents{{"4001", ""}})) << "who is busy is in, log-on seen or not";
}

}  // namespace
}  // namespace ctiengine::gateway
