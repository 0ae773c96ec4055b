#include "gateway/session/session_timers.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;
using Expired = SessionTimers::Expired;

class SessionTimersTest : public ::testing::Test {
  protected:
    SessionTimers::TimePoint start{};
    SessionTimers timers{60min, start};
};

TEST_F(SessionTimersTest, EndsTheSessionAfterItsTimeAndTheGrace) {
    timers.grant(180s, start);
    EXPECT_EQ(timers.next_check(), start + 185s);
    EXPECT_EQ(timers.check(start + 184s), Expired::Nothing);
    EXPECT_EQ(timers.check(start + 185s), Expired::SessionTimer);
}

TEST_F(SessionTimersTest, AResetCountsFromItsOwnTime) {
    timers.grant(180s, start);
    timers.grant(180s, start + 100s);
    EXPECT_EQ(timers.check(start + 284s), Expired::Nothing);
    EXPECT_EQ(timers.check(start + 285s), Expired::SessionTimer);
}

TEST_F(SessionTimersTest, ResetsOfTheSessionTimerDoNotKeepAnIdleUserAlive) {
    for (auto now = start; now < start + 60min; now += 60s) timers.grant(180s, now);
    EXPECT_EQ(timers.check(start + 60min), Expired::Idle);
}

TEST_F(SessionTimersTest, ARequestKeepsTheUserAlive) {
    timers.client_was_active(start + 59min);
    EXPECT_EQ(timers.check(start + 60min), Expired::Nothing);
    EXPECT_EQ(timers.next_check(), start + 119min);
}

TEST_F(SessionTimersTest, AProgramHasToLogInInTime) {
    SessionTimers program{60min, start, 30s};
    EXPECT_EQ(program.next_check(), start + 30s);
    EXPECT_EQ(program.check(start + 29s), Expired::Nothing);
    EXPECT_EQ(program.check(start + 30s), Expired::LogIn);
    program.client_was_active(start + 29s);
    EXPECT_EQ(program.check(start + 30s), Expired::LogIn) << "other requests do not count";
    program.grant(180s, start + 29s);
    EXPECT_EQ(program.check(start + 60s), Expired::Nothing);
}

TEST_F(SessionTimersTest, AStoppedSessionHasNoTimer) {
    timers.grant(30s, start);
    timers.stop(start);
    EXPECT_EQ(timers.check(start + 40s), Expired::Nothing);
}

TEST_F(SessionTimersTest, AStoppedSessionIsFollowedByAnotherInTime) {
    timers.grant(30s, start);
    timers.stop(start, 10s);
    EXPECT_EQ(timers.check(start + 9s), Expired::Nothing);
    EXPECT_EQ(timers.check(start + 10s), Expired::LogIn);
}

TEST_F(SessionTimersTest, AProofThatExpiresEndsTheSession) {
    timers.grant(3000s, start);
    timers.authenticated_until(start + 60s);
    EXPECT_EQ(timers.next_check(), start + 60s);
    EXPECT_EQ(timers.check(start + 59s), Expired::Nothing);
    EXPECT_EQ(timers.check(start + 60s), Expired::Authentication);
    timers.authenticated_until(start + 120s);
    EXPECT_EQ(timers.check(start + 60s), Expired::Nothing);
}

}  // namespace
}  // namespace ctiengine::gateway
