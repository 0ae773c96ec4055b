#include "tsapi-worker/telephony/invoke_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;

class InvokeTableTest : public testing::Test {
  protected:
    InvokeTable::Answer note(std::string name) {
        return [this, name = std::move(name)](csta::Response) { answered.push_back(name); };
    }
    void answer_all(const std::vector<InvokeTable::Answer>& answers) {
        for (const auto& answer : answers) answer(csta::Done{});
        std::sort(answered.begin(), answered.end());
    }

    InvokeTable::TimePoint now{1h};
    InvokeTable table;
    std::vector<std::string> answered;
};

TEST_F(InvokeTableTest, GivesEachRequestAnIdOfItsOwn) {
    EXPECT_EQ(table.add(note("a"), now), InvokeTable::kFirstId);
    EXPECT_EQ(table.add(note("b"), now), InvokeTable::kFirstId + 1);
    table.take(InvokeTable::kFirstId);
    EXPECT_EQ(table.add(note("c"), now), InvokeTable::kFirstId + 2) << "the first one's late answer may come";
}

TEST_F(InvokeTableTest, ARequestIsTakenOnce) {
    auto id = table.add(note("a"), now + 1s);
    auto answer = table.take(id);
    ASSERT_TRUE(answer);
    (*answer)(csta::Done{});
    EXPECT_EQ(answered, std::vector<std::string>{"a"});
    EXPECT_FALSE(table.take(id)) << "a second answer is a late one";
    EXPECT_EQ(table.size(), 0U);
}

TEST_F(InvokeTableTest, AnUnknownIdIsNobodys) {
    EXPECT_FALSE(table.take(12345));
}

TEST_F(InvokeTableTest, TakesOutOnlyWhatIsPastItsDeadline) {
    table.add(note("late"), now);
    table.add(note("later"), now + 1s);
    table.add(note("in time"), now + 2s);
    answer_all(table.take_late(now + 1s));
    EXPECT_EQ(answered, (std::vector<std::string>{"late", "later"}));
    EXPECT_EQ(table.size(), 1U);
}

TEST_F(InvokeTableTest, TakesAllWhenTheLinkIsLost) {
    table.add(note("a"), now);
    table.add(note("b"), now + 1h);
    answer_all(table.take_all());
    EXPECT_EQ(answered, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table.size(), 0U);
}

}  // namespace
}  // namespace ctiengine::telephony
