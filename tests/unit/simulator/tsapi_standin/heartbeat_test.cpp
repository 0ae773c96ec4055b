#include "simulator/tsapi_standin/stream/heartbeat.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ctiengine::tsapi_standin {
namespace {

using namespace std::chrono_literals;

TEST(Heartbeat, GivesTheServerTwoIntervals) {
    const Heartbeat::Clock::time_point start{};
    Heartbeat heartbeat(20s, start);
    EXPECT_EQ(heartbeat.left(start + 10s), 30s);
    EXPECT_EQ(heartbeat.left(start + 40s), 0s);
}

TEST(Heartbeat, StartsAgainWithEveryMessage) {
    const Heartbeat::Clock::time_point start{};
    Heartbeat heartbeat(20s, start);
    heartbeat.heard(start + 39s);
    EXPECT_EQ(heartbeat.left(start + 40s), 39s);
}

TEST(Heartbeat, FollowsANewInterval) {
    const Heartbeat::Clock::time_point start{};
    Heartbeat heartbeat(20s, start);
    heartbeat.set_interval(5s);
    EXPECT_EQ(heartbeat.left(start), 10s);
}

TEST(Heartbeat, TakesOnlySensibleIntervalsFromTheEnvironment) {
    for (const auto& [text, interval] :
         {std::pair{"250", 250ms}, {"0", 20'000ms}, {"x", 20'000ms}, {"600001", 20'000ms}}) {
        setenv("CTIENGINE_STANDIN_HEARTBEAT_MS", text, 1);
        EXPECT_EQ(Heartbeat::interval_from_environment(), interval) << text;
    }
    unsetenv("CTIENGINE_STANDIN_HEARTBEAT_MS");
    EXPECT_EQ(Heartbeat::interval_from_environment(), 20s);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin
