#include "license-svc/modes/mode_machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::int64_t kDay = 86400;
constexpr Entitlement kHundred{100, true};
constexpr Entitlement kTen{10, false};

class Modes : public ::testing::Test {
  protected:
    TimeReading now() const { return {1'800'000'000 + passed_, 1000 + passed_, "boot"}; }
    void pass(std::int64_t seconds) {
        passed_ += seconds;
        machine_.tick(now());
    }
    ModeMachine::Tell telling() {
        return [this](const ModeNotice& notice) { told_.push_back(notice.sentence); };
    }
    Mode mode() const { return machine_.status().mode; }

    std::int64_t passed_ = 0;
    std::vector<std::string> told_;
    ModeMachine machine_{GraceClock(), std::nullopt, telling()};
};

TEST_F(Modes, AreUnlicensedBeforeAnythingIsKnown) {
    EXPECT_EQ(mode(), Mode::Unlicensed);
    EXPECT_EQ(machine_.status().entitlement, kUnlicensed);
}

TEST_F(Modes, FollowAGoodFile) {
    machine_.file_is_good(now(), kTen);
    EXPECT_EQ(mode(), Mode::Licensed);
    EXPECT_EQ(machine_.status().source, Source::File);
    EXPECT_EQ(machine_.status().entitlement, kTen);
}

TEST_F(Modes, PreferTheFileOverTheServer) {
    machine_.file_is_good(now(), kTen);
    machine_.granted(now(), kHundred, std::nullopt);
    EXPECT_EQ(machine_.status().source, Source::File);
    EXPECT_EQ(machine_.status().entitlement, kTen);
}

TEST_F(Modes, DoNotFallBackToTheServerInSilenceWhenTheFileIsBad) {
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.file_is_bad(now(), "its signature is wrong");
    EXPECT_EQ(mode(), Mode::Unlicensed);
    EXPECT_THAT(told_.back(), HasSubstr("its signature is wrong"));
}

TEST_F(Modes, GiveAFileNoGrace) {
    machine_.file_is_good(now(), kTen);
    machine_.file_is_bad(now(), "expired");
    EXPECT_EQ(mode(), Mode::Unlicensed);
}

TEST_F(Modes, GoToTheServerWhenTheFileDisappears) {
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.file_is_good(now(), kTen);
    machine_.file_is_absent(now());
    EXPECT_EQ(mode(), Mode::Licensed);
    EXPECT_EQ(machine_.status().entitlement, kHundred);
}

TEST_F(Modes, KeepTheLastEntitlementInGrace) {
    machine_.file_is_absent(now());
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.lapsed(now(), "connection refused");
    EXPECT_EQ(mode(), Mode::Grace);
    EXPECT_EQ(machine_.status().entitlement, kHundred);
    EXPECT_THAT(told_.back(), HasSubstr("30 days of grace left"));
}

TEST_F(Modes, EndGraceAfterThirtyDays) {
    machine_.file_is_absent(now());
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.denied(now(), "EXPIRED");
    for (int minute = 0; minute < 30 * 24 * 60 - 1; ++minute) pass(60);
    pass(59);
    EXPECT_EQ(mode(), Mode::Grace);
    pass(1);
    EXPECT_EQ(mode(), Mode::Unlicensed);
    EXPECT_EQ(machine_.status().entitlement, kUnlicensed);
}

TEST_F(Modes, GiveNoGraceToWhoWasNeverLicensed) {
    machine_.file_is_absent(now());
    machine_.lapsed(now(), "no route to host");
    EXPECT_EQ(mode(), Mode::Unlicensed);
}

TEST_F(Modes, AreLicensedAgainAsSoonAsTheServerGrants) {
    machine_.file_is_absent(now());
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.lapsed(now(), "timeout");
    pass(31 * kDay);
    ASSERT_EQ(mode(), Mode::Unlicensed);
    machine_.granted(now(), kTen, std::nullopt);
    EXPECT_EQ(mode(), Mode::Licensed);
    EXPECT_EQ(machine_.status().entitlement, kTen);
    machine_.lapsed(now(), "timeout");
    EXPECT_EQ(machine_.status().grace_left, 30 * kDay);
}

TEST_F(Modes, GoOnInGraceAfterARestart) {
    machine_.granted(now(), kHundred, std::nullopt);
    passed_ += kDay;
    ModeMachine restarted(GraceClock(*machine_.clock().state()), machine_.last_granted(), telling());
    restarted.file_is_absent(now());
    EXPECT_EQ(restarted.status().mode, Mode::Grace);
    EXPECT_EQ(restarted.status().entitlement, kHundred);
    EXPECT_EQ(restarted.status().grace_left, 29 * kDay);
}

TEST_F(Modes, TellAChangeOnce) {
    machine_.file_is_absent(now());
    machine_.granted(now(), kHundred, std::nullopt);
    told_.clear();
    machine_.granted(now(), kHundred, std::nullopt);
    EXPECT_THAT(told_, IsEmpty());
    machine_.granted(now(), kTen, std::nullopt);
    EXPECT_EQ(told_.size(), 1U);
}

TEST_F(Modes, WarnEachDayOfGraceAndEachHourOfTheLastOne) {
    machine_.file_is_absent(now());
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.lapsed(now(), "timeout");
    told_.clear();
    for (int hour = 0; hour < 29 * 24; ++hour) pass(3600);
    EXPECT_EQ(told_.size(), 29U);
    told_.clear();
    for (int hour = 0; hour < 23; ++hour) pass(3600);
    EXPECT_EQ(told_.size(), 23U);
    EXPECT_THAT(told_.back(), HasSubstr("60 minutes of grace left"));
}

TEST_F(Modes, TellOfAClockThatIsSetBackOnce) {
    machine_.granted(now(), kHundred, std::nullopt);
    machine_.lapsed(now(), "timeout");
    told_.clear();
    auto back = now();
    back.wall -= 40 * kDay;
    machine_.tick(back);
    machine_.tick(back);
    const auto rollbacks = std::count_if(told_.begin(), told_.end(), [](const auto& sentence) {
        return sentence.find("set back") != std::string::npos;
    });
    EXPECT_EQ(rollbacks, 1);
}

}  // namespace
}  // namespace ctiengine::license
