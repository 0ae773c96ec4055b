#include "license-svc/modes/grace_clock.hpp"

#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

constexpr std::int64_t kStart = 1'800'000'000;
constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kGrace = GraceClock::kGraceSeconds;

/// A host whose clocks the test owns.
class Host {
  public:
    TimeReading reading() const { return {kStart + boottime_ + wall_error_, boottime_, boot_id_}; }
    void pass(std::int64_t seconds) { boottime_ += seconds; }
    void set_wall_clock_by(std::int64_t seconds) { wall_error_ += seconds; }
    /// The host is off for `seconds`.
    void restart_after(std::int64_t seconds, const char* boot_id) {
        wall_error_ += boottime_ + seconds;
        boottime_ = 0;
        boot_id_ = boot_id;
    }

  private:
    std::int64_t boottime_ = 1000;
    std::int64_t wall_error_ = 0;
    std::string boot_id_ = "first";
};

class Grace : public ::testing::Test {
  protected:
    Grace() { clock_.succeeded(host_.reading(), std::nullopt); }

    /// Time passes under a clock that looks once a minute.
    void run(std::int64_t seconds) {
        while (seconds > 0) {
            const auto step = std::min<std::int64_t>(seconds, 60);
            host_.pass(step);
            clock_.look(host_.reading());
            seconds -= step;
        }
    }
    /// The process is restarted: only what it stored is left.
    void restart() { clock_ = GraceClock(*clock_.state()); }

    Host host_;
    GraceClock clock_;
};

TEST(GraceClock, HasNothingLeftBeforeTheFirstSuccess) {
    GraceClock clock;
    clock.look({kStart, 5, "boot"});
    EXPECT_FALSE(clock.ever_succeeded());
    EXPECT_TRUE(clock.over());
    EXPECT_FALSE(clock.state());
}

TEST_F(Grace, T5_LastsThirtyDaysToTheSecond) {
    run(kGrace - 1);
    EXPECT_EQ(clock_.left(), 1);
    EXPECT_FALSE(clock_.over());
    run(1);
    EXPECT_EQ(clock_.left(), 0);
    EXPECT_TRUE(clock_.over());
}

TEST_F(Grace, BeginsAnewWithEachSuccess) {
    run(kGrace - 1);
    clock_.succeeded(host_.reading(), std::nullopt);
    EXPECT_EQ(clock_.left(), kGrace);
    run(kGrace - 1);
    EXPECT_FALSE(clock_.over());
}

TEST_F(Grace, T5_GoesOnOverARestartOfTheProcess) {
    run(10 * kDay);
    restart();
    host_.pass(3600);
    clock_.look(host_.reading());
    EXPECT_EQ(clock_.left(), kGrace - 10 * kDay - 3600);
}

TEST_F(Grace, CountsTheTimeAHostIsSwitchedOff) {
    run(10 * kDay);
    host_.restart_after(5 * kDay, "second");
    restart();
    clock_.look(host_.reading());
    EXPECT_EQ(clock_.left(), kGrace - 15 * kDay);
}

TEST_F(Grace, T5_IsNotStretchedByAClockThatIsSetBack) {
    run(20 * kDay);
    host_.set_wall_clock_by(-40 * kDay);
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::Rollback);
    run(10 * kDay - 1);
    EXPECT_FALSE(clock_.over());
    run(1);
    EXPECT_TRUE(clock_.over());
}

TEST_F(Grace, T5_IsNotStretchedByAClockThatIsSetBackWhileTheProcessIsDown) {
    run(20 * kDay);
    host_.set_wall_clock_by(-40 * kDay);
    host_.pass(kDay);
    restart();
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::Rollback);
    EXPECT_EQ(clock_.left(), 9 * kDay);
}

TEST_F(Grace, T5_IsNotStretchedByAClockThatIsSetBackWithARestartOfTheHost) {
    run(20 * kDay);
    host_.restart_after(-40 * kDay, "second");
    restart();
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::Rollback);
    EXPECT_EQ(clock_.left(), 10 * kDay);
    run(10 * kDay);
    EXPECT_TRUE(clock_.over());
}

TEST_F(Grace, T5_IsNotBurntByAWrongStepForward) {
    run(kDay);
    host_.set_wall_clock_by(40 * kDay);
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::ForwardJump);
    EXPECT_EQ(clock_.left(), kGrace - kDay);
    run(kDay);
    EXPECT_EQ(clock_.left(), kGrace - 2 * kDay);
    host_.set_wall_clock_by(-40 * kDay);
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::None) << "the clock is right again";
    EXPECT_EQ(clock_.left(), kGrace - 2 * kDay);
}

TEST_F(Grace, BelievesSmallCorrections) {
    run(kDay);
    host_.set_wall_clock_by(-GraceClock::kRollbackTolerance);
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::None);
    host_.set_wall_clock_by(3600);
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::None);
}

TEST_F(Grace, NeverGrowsWithoutASuccess) {
    auto last = clock_.left();
    for (const std::int64_t jump : {500, -500, 90000, -90000, -4000000, 4000000}) {
        host_.set_wall_clock_by(jump);
        run(600);
        EXPECT_LE(clock_.left(), last) << "after a jump by " << jump;
        last = clock_.left();
    }
}

TEST_F(Grace, T6_OfAnOlderCopyOfTheStateIsShorter) {
    run(5 * kDay);
    const auto copy = *clock_.state();
    clock_.succeeded(host_.reading(), std::nullopt);
    run(kDay);
    clock_ = GraceClock(copy);
    clock_.look(host_.reading());
    EXPECT_EQ(clock_.left(), kGrace - 6 * kDay);
}

TEST_F(Grace, TakesTheServersTimeAsALowerBound) {
    const auto server = host_.reading().wall + 3600;
    clock_.succeeded(host_.reading(), server);
    EXPECT_EQ(clock_.trusted_now(), server);
    host_.pass(60);
    EXPECT_EQ(clock_.look(host_.reading()), GraceClock::Oddity::Rollback)
        << "the host's clock is an hour late";
    EXPECT_EQ(clock_.left(), kGrace - 60);
}

}  // namespace
}  // namespace ctiengine::license
