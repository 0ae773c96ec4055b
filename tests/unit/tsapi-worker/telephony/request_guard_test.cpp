#include "tsapi-worker/telephony/request_guard.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

class RequestGuardTest : public testing::Test {
  protected:
    void submit(
        const std::string& name,
        std::chrono::milliseconds budget = 10s,
        RequestGuard::Turn turn = RequestGuard::Turn::Next
    ) {
        guard.submit(
            now, now + budget, [this, name] { log.push_back(name); },
            [this, name] { log.push_back("no " + name); }, turn
        );
    }
    void submit_many(int count) {
        for (int i = 0; i < count; ++i) submit("x");
    }

    RequestGuard::TimePoint now{1h};
    RequestGuard guard{2, 10, now};
    Names log;
};

TEST_F(RequestGuardTest, SendsAtOnceWhatIsWithinBounds) {
    submit("a");
    submit("b");
    EXPECT_EQ(log, (Names{"a", "b"}));
    EXPECT_EQ(guard.outstanding(), 2U);
}

TEST_F(RequestGuardTest, WhatIsOverTheOutstandingWaitsInOrderForAnAnswer) {
    for (const auto* name : {"a", "b", "c", "d"}) submit(name);
    EXPECT_EQ(guard.waiting(), 2U);
    guard.completed(now);
    EXPECT_EQ(log, (Names{"a", "b", "c"}));
    guard.completed(now);
    EXPECT_EQ(log, (Names{"a", "b", "c", "d"}));
}

TEST_F(RequestGuardTest, GivesUpAtTheDeadline) {
    submit_many(2);
    submit("short", 1s);
    submit("long", 2s);
    log.clear();
    now += 1s;
    guard.tick(now);
    EXPECT_EQ(log, (Names{"no short"}));
    EXPECT_EQ(guard.waiting(), 1U);
}

TEST_F(RequestGuardTest, ABurstIsOneSecondsWorthThenTheRateRules) {
    RequestGuard fast{1000, 10, now};
    int sent = 0;
    for (int i = 0; i < 25; ++i)
        fast.submit(
            now, now + 1h, [&] { ++sent; }, [] {}
        );
    EXPECT_EQ(sent, 10);
    now += 500ms;
    fast.tick(now);
    EXPECT_EQ(sent, 15);
    now += 1min;
    fast.tick(now - 1ms);
    EXPECT_EQ(sent, 25);
}

TEST_F(RequestGuardTest, AQueueThatIsFullGivesUpAtOnce) {
    submit_many(2 + 20000);
    log.clear();
    submit("too many");
    EXPECT_EQ(log, (Names{"no too many"}));
}

TEST_F(RequestGuardTest, ClearGivesUpAllAndStartsFresh) {
    submit_many(2);
    submit("a");
    submit("b");
    log.clear();
    guard.clear();
    EXPECT_EQ(log, (Names{"no a", "no b"}));
    EXPECT_EQ(guard.outstanding(), 0U);
    submit("c");
    EXPECT_EQ(log.back(), "c") << "what the lost link had outstanding does not count any more";
}

TEST_F(RequestGuardTest, AnAnswerInsideSendIsCounted) {
    int sent = 0;
    for (int i = 0; i < 5; ++i) {
        guard.submit(
            now, now + 1s,
            [&] {
                ++sent;
                guard.completed(now);
            },
            [] {}
        );
    }
    EXPECT_EQ(sent, 5);
    EXPECT_EQ(guard.outstanding(), 0U);
}

TEST_F(RequestGuardTest, ACompletionTooManyDoesNoHarm) {
    guard.completed(now);
    submit("a");
    EXPECT_EQ(guard.outstanding(), 1U);
}

TEST_F(RequestGuardTest, NeverSendsWhatIsPastItsDeadline) {
    submit_many(2);
    submit("dead", 1s);
    submit("alive", 5s);
    log.clear();
    now += 2s;
    guard.completed(now);
    EXPECT_EQ(log, (Names{"no dead", "alive"})) << "nobody waits for it; it might dial a number";
}

TEST_F(RequestGuardTest, ATickGivesUpBeforeItSends) {
    RequestGuard slow{10, 1, now};
    slow.submit(
        now, now + 1h, [] {}, [] {}
    );
    slow.submit(
        now, now + 1s, [this] { log.push_back("sent"); }, [this] { log.push_back("given up"); }
    );
    slow.tick(now + 1s);
    EXPECT_EQ(log.back(), "given up");
}

TEST_F(RequestGuardTest, BackgroundWorkLetsRequestsOfPeoplePass) {
    submit_many(2);
    submit("poll 1", 10s, RequestGuard::Turn::Background);
    submit("poll 2", 10s, RequestGuard::Turn::Background);
    submit("dial");
    log.clear();
    for (int i = 0; i < 3; ++i) guard.completed(now);
    EXPECT_EQ(log, (Names{"dial", "poll 1", "poll 2"}));
}

}  // namespace
}  // namespace ctiengine::telephony
