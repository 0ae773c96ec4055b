#include "simulator/switch/model/skill_queue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::simulator {
namespace {

TEST(SkillQueue, ServesByPriorityThenAge) {
    SkillQueue queue;
    queue.enter({1, "4950", 2});
    queue.enter({2, "4950", 2});
    queue.enter({3, "4950", 4});
    EXPECT_EQ(queue.next_for("2011", {"4950"})->call, 3U);
    queue.leave(3);
    EXPECT_EQ(queue.next_for("2011", {"4950"})->call, 1U);
}

TEST(SkillQueue, LooksAtTheAgentsSkillsOnly) {
    SkillQueue queue;
    queue.enter({1, "4950", 2});
    EXPECT_EQ(queue.next_for("2011", {"4951"}), std::nullopt);
    EXPECT_EQ(queue.next_for("2011", {}), std::nullopt);
}

TEST(SkillQueue, KeepsTheAgeWhenThePriorityChanges) {
    SkillQueue queue;
    queue.enter({1, "4950", 1});
    queue.enter({2, "4950", 2});
    queue.enter({1, "4950", 2});
    EXPECT_EQ(queue.count("4950"), 2);
    EXPECT_EQ(queue.next_for("2011", {"4950"})->call, 1U);
}

TEST(SkillQueue, LeavesAllSkillsAtOnce) {
    SkillQueue queue;
    queue.enter({1, "4950", 2});
    queue.enter({1, "4951", 2});
    EXPECT_EQ(queue.places_of(1), 2);
    queue.leave(1);
    EXPECT_FALSE(queue.holds(1));
}

TEST(SkillQueue, GivesDirectAgentCallsToThatAgentFirstAndDoesNotCountThem) {
    SkillQueue queue;
    queue.enter({1, "4950", 4});
    queue.enter({2, "4950", 2, 0, "2012"});
    EXPECT_EQ(queue.count("4950"), 1);
    EXPECT_EQ(queue.next_for("2012", {"4950"})->call, 2U);
    EXPECT_EQ(queue.next_for("2011", {"4950"})->call, 1U);
}

TEST(SkillQueue, TakesBackACallInItsOldPlace) {
    SkillQueue queue;
    queue.enter({1, "4950", 2});
    const auto first = *queue.next_for("2011", {"4950"});
    queue.leave(1);
    queue.enter({2, "4950", 2});
    queue.enter(first);
    EXPECT_EQ(queue.next_for("2011", {"4950"})->call, 1U);
}

}  // namespace
}  // namespace ctiengine::simulator
