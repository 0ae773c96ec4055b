#include "tsapi-worker/telephony/agent_watch.hpp"

#include <gtest/gtest.h>

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using Kind = csta::AgentEvent::Kind;
using Kinds = std::vector<Kind>;

struct StateRow {
    const char* name;
    csta::AgentState state;
    csta::TalkState talk;
    std::optional<Kind> kind;
};

class KindOfState : public testing::TestWithParam<StateRow> {};

TEST_P(KindOfState, IsTheEventThatTellsOfIt) {
    csta::AgentStateAnswer answer;
    answer.state = GetParam().state;
    answer.talk_state = GetParam().talk;
    EXPECT_EQ(kind_of(answer), GetParam().kind);
}

constexpr auto kIdle = csta::TalkState::Idle;
constexpr auto kOnCall = csta::TalkState::OnCall;
INSTANTIATE_TEST_SUITE_P(
    Rows,
    KindOfState,
    testing::Values(
        StateRow{"NotReady", csta::AgentState::NotReady, kIdle, Kind::NotReady},
        StateRow{"NotReadyOnCall", csta::AgentState::NotReady, kOnCall, Kind::NotReady},
        StateRow{"Ready", csta::AgentState::Ready, kIdle, Kind::Ready},
        StateRow{"ReadyOnCall", csta::AgentState::Ready, kOnCall, Kind::Busy},
        StateRow{"WorkNotReady", csta::AgentState::WorkNotReady, kIdle, Kind::WorkingAfterCall},
        StateRow{"WorkReady", csta::AgentState::WorkReady, kIdle, Kind::WorkingAfterCall},
        StateRow{"NobodyLoggedIn", csta::AgentState::Null, kIdle, std::nullopt}
    ),
    [](const auto& row) { return row.param.name; }
);

class AgentWatchTest : public testing::Test {
  protected:
    static csta::AgentStateAnswer state(csta::AgentState state, std::int32_t reason = 0) {
        csta::AgentStateAnswer answer;
        answer.state = state;
        answer.reason_code = reason;
        return answer;
    }
    Kinds answered(const csta::AgentStateAnswer& answer) {
        watch.due(now);
        Kinds kinds;
        for (const auto& event : watch.answered("4001", answer, now)) kinds.push_back(event.kind);
        return kinds;
    }

    AgentWatch::TimePoint now{1h};
    AgentWatch watch{30s};
};

TEST_F(AgentWatchTest, ADeviceIsDueOnceUntilItIsAnswered) {
    watch.look_at("4001", now);
    EXPECT_EQ(watch.due(now), std::vector<csta::Device>{"4001"});
    watch.look_at("4001", now);
    EXPECT_TRUE(watch.due(now).empty()) << "the query is on its way";
    watch.answered("4001", state(csta::AgentState::Null), now);
    EXPECT_EQ(watch.due(now), std::vector<csta::Device>{"4001"}) << "asked for meanwhile";
}

TEST_F(AgentWatchTest, ADeviceWithoutAnAgentIsLeftAlone) {
    watch.look_at("4001", now);
    EXPECT_TRUE(answered(state(csta::AgentState::Null)).empty());
    EXPECT_TRUE(watch.due(now + 1h).empty());
    watch.call_changed("4001", now);
    watch.call_changed("4711", now);
    EXPECT_TRUE(watch.due(now + 1h).empty()) << "calls of people who are no agents do not matter";
}

TEST_F(AgentWatchTest, AnAgentFoundThereIsTold) {
    watch.look_at("4001", now);
    EXPECT_EQ(answered(state(csta::AgentState::Ready)), (Kinds{Kind::LoggedOn, Kind::Ready}));
}

TEST_F(AgentWatchTest, AnotherReasonIsAChange) {
    watch.look_at("4001", now);
    answered(state(csta::AgentState::NotReady, 1));
    now += 30s;
    EXPECT_TRUE(answered(state(csta::AgentState::NotReady, 1)).empty());
    now += 30s;
    EXPECT_EQ(answered(state(csta::AgentState::NotReady, 2)), (Kinds{Kind::NotReady}));
}

TEST_F(AgentWatchTest, TheEventTellsDeviceReasonAndAgent) {
    watch.was_set({"4001", csta::AgentMode::LogIn, "1001", "", "", {}, 0, false}, now);
    watch.due(now);
    auto events = watch.answered("4001", state(csta::AgentState::NotReady, 5), now);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].agent_device.number, "4001");
    EXPECT_EQ(events[1].agent_id, "1001");
    EXPECT_EQ(events[1].reason_code, 5);
}

TEST_F(AgentWatchTest, TheAgentsIdIsForgottenWithTheLogOut) {
    watch.was_set({"4001", csta::AgentMode::LogIn, "1001", "", "", {}, 0, false}, now);
    answered(state(csta::AgentState::NotReady));
    EXPECT_EQ(watch.agent_id("4001"), "1001");
    now += 30s;
    answered(state(csta::AgentState::Null));
    EXPECT_EQ(watch.agent_id("4001"), "");
    EXPECT_EQ(watch.agent_id("4711"), "");
}

TEST_F(AgentWatchTest, ARealLogOnIsNotToldAgainByTheQueryAfterIt) {
    csta::AgentEvent on;
    on.kind = Kind::LoggedOn;
    watch.look_at("4001", now);
    EXPECT_TRUE(watch.heard("4001", on));
    EXPECT_FALSE(watch.heard("4001", on));
    EXPECT_EQ(answered(state(csta::AgentState::NotReady)), (Kinds{Kind::NotReady}));
}

TEST_F(AgentWatchTest, AnAnswerForAForgottenDeviceIsNobodys) {
    watch.look_at("4001", now);
    watch.due(now);
    watch.forget("4001");
    EXPECT_TRUE(watch.answered("4001", state(csta::AgentState::Ready), now).empty());
    watch.failed("4001", now, true);
    EXPECT_TRUE(watch.due(now + 1h).empty());
}

TEST_F(AgentWatchTest, AStationThatCannotHaveAnAgentIsAskedOnce) {
    watch.look_at("4001", now);
    watch.due(now);
    watch.failed("4001", now, false);
    EXPECT_TRUE(watch.due(now + 1h).empty());
    watch.look_at("4001", now);
    watch.due(now);
    watch.failed("4001", now, true);
    EXPECT_TRUE(watch.due(now + 29s).empty());
    EXPECT_EQ(watch.due(now + 30s), std::vector<csta::Device>{"4001"}) << "the switch was only busy";
}

TEST_F(AgentWatchTest, AnAgentKnownFromRealEventsIsNotLoggedOnAgain) {
    csta::AgentEvent real;
    real.kind = Kind::LoggedOn;
    watch.look_at("4001", now);
    watch.heard("4001", real);
    real.kind = Kind::Ready;
    watch.heard("4001", real);
    EXPECT_EQ(answered(state(csta::AgentState::NotReady)), (Kinds{Kind::NotReady}));
}

}  // namespace
}  // namespace ctiengine::telephony
