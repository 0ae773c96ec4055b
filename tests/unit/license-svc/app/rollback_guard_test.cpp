#include "license-svc/app/rollback_guard.hpp"

#include "tests/unit/license-svc/store/state_folder.hpp"

#include <fstream>

namespace ctiengine::license {
namespace {

constexpr std::int64_t kDay = 86400;

/// A host whose clocks the test moves by days; a start of the service is a new guard.
class RollbackGuardTest : public ::testing::Test {
  protected:
    /// Both clocks, as time that passes; days back are a clock that was set back (and a boot clock that
    /// cannot be compared, as after a restart of the host).
    void move_to(std::int64_t days) {
        std::ofstream(file_) << days * kDay;
        clock_.look();
    }
    RollbackGuard start() { return {time_, *table_}; }
    std::int64_t host_now() const { return time_.read().wall; }
    StateKey key() { return StateKey::open(folder_.key(), "machine-1").value(); }

    StateFolder folder_;
    std::filesystem::path file_ = folder_.key().parent_path() / "clock";
    DevClock clock_{file_};
    HostTime time_{clock_};
    Database database_ = folder_.open();
    std::optional<ClockTable> table_{std::in_place, database_, key()};
};

TEST_F(RollbackGuardTest, TheHostsTimeCountsWhileItGoesOn) {
    auto guard = start();
    for (const int day : {0, 1, 40}) {
        move_to(day);
        const auto time = guard.read();
        EXPECT_FALSE(time.set_back) << day;
        EXPECT_NEAR(static_cast<double>(time.now), static_cast<double>(host_now()), 2);
    }
}

TEST_F(RollbackGuardTest, AClockThatIsSetBackIsNotBelieved) {
    auto guard = start();
    move_to(40);
    const auto latest = guard.read().now;
    move_to(0);
    EXPECT_TRUE(guard.read().set_back);
    EXPECT_GE(guard.read().now, latest);
    move_to(41);
    EXPECT_FALSE(guard.read().set_back) << "the clock has passed what was seen";
}

TEST_F(RollbackGuardTest, NorWhenItIsSetBackWhileNobodyLooks) {
    move_to(40);
    const auto latest = start().read().now;
    move_to(0);
    const auto time = start().read();
    EXPECT_TRUE(time.set_back);
    EXPECT_GE(time.now, latest);
}

TEST_F(RollbackGuardTest, AStateThatWasChangedIsNone) {
    move_to(40);
    start().read();
    Statement change(database_, "UPDATE clock SET state = replace(state, '1 ', '1 9')");
    ASSERT_EQ(change.step(), Statement::Step::Done);
    move_to(0);
    EXPECT_FALSE(start().read().set_back) << "a state that is not ours would block a licence for ever";
}

}  // namespace
}  // namespace ctiengine::license
