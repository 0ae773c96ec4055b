#include "simulator/switch/model/timeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ctiengine::simulator {
namespace {

using std::chrono::milliseconds;

class TimelineTest : public testing::Test {
  protected:
    Timeline timeline_{{}};
    std::string log_;
    std::function<void()> note(char what) {
        return [this, what] { log_ += what; };
    }
};

TEST_F(TimelineTest, RunsWhatIsDueInOrder) {
    timeline_.schedule(milliseconds(20), note('b'));
    timeline_.schedule(milliseconds(10), note('a'));
    timeline_.schedule(milliseconds(20), note('c'));
    timeline_.schedule(milliseconds(30), note('d'));
    timeline_.advance_to(milliseconds(20));
    EXPECT_EQ(log_, "abc");
    EXPECT_EQ(timeline_.now(), milliseconds(20));
    EXPECT_EQ(timeline_.next_due(), milliseconds(30));
}

TEST_F(TimelineTest, ActionsMaySchedule) {
    timeline_.schedule(milliseconds(10), [this] {
        log_ += 'a';
        timeline_.schedule(milliseconds(5), note('b'));
    });
    timeline_.advance_to(milliseconds(100));
    EXPECT_EQ(log_, "ab");
    EXPECT_EQ(timeline_.now(), milliseconds(100));
}

TEST_F(TimelineTest, CancelledTimersDoNotRun) {
    const auto timer = timeline_.schedule(milliseconds(10), note('a'));
    timeline_.cancel(timer);
    timeline_.cancel(timer);
    timeline_.advance_to(milliseconds(100));
    EXPECT_EQ(log_, "");
}

TEST_F(TimelineTest, NeverGoesBack) {
    timeline_.advance_to(milliseconds(50));
    timeline_.advance_to(milliseconds(10));
    EXPECT_EQ(timeline_.now(), milliseconds(50));
}

TEST_F(TimelineTest, TellsWhenTimersChange) {
    int changes = 0;
    timeline_.on_change([&changes] { ++changes; });
    timeline_.cancel(timeline_.schedule(milliseconds(1), note('a')));
    EXPECT_EQ(changes, 2);
}

}  // namespace
}  // namespace ctiengine::simulator
