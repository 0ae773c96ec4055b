#include "admin/cli/license_words.hpp"

#include <gmock/gmock.h>

namespace ctiengine::admin {
namespace {

namespace v1 = license::v1;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

v1::LicenseStatus licensed(std::uint32_t seats, std::uint32_t in_use) {
    v1::LicenseStatus status;
    status.mutable_mode()->set_mode(v1::MODE_LICENSED);
    status.mutable_mode()->set_source(v1::SOURCE_WEBLM);
    status.mutable_mode()->set_seats(seats);
    status.mutable_mode()->set_call_center(true);
    status.set_in_use(in_use);
    status.mutable_server()->set_address("https://weblm.test/WebLM/LicenseServer");
    return status;
}

TEST(LicenseWords, SayWhatCountsInOneLineEach) {
    auto status = licensed(100, 12);
    status.set_most_in_use_today(31);
    EXPECT_THAT(
        status_text(status),
        AllOf(
            HasSubstr("licensed by the licence server"), HasSubstr("12 of 100, most today 31"),
            HasSubstr("https://weblm.test"), Not(HasSubstr("grace"))
        )
    );
}

TEST(LicenseWords, CountTheGraceThatIsLeft) {
    auto status = licensed(100, 12);
    status.mutable_mode()->set_mode(v1::MODE_GRACE);
    status.set_grace_left_seconds(5 * 86400);
    EXPECT_THAT(status_text(status), HasSubstr("5 days"));
    EXPECT_THAT(explain_text(status), HasSubstr("In 5 days five users in all may work"));
    status.set_grace_left_seconds(3 * 3600);
    EXPECT_THAT(status_text(status), HasSubstr("3 hours"));
}

TEST(LicenseWords, AreWellOnlyWhenTheNextLogInIsLetIn) {
    EXPECT_TRUE(is_well(licensed(100, 99)));
    EXPECT_FALSE(is_well(licensed(100, 100)));
    auto unlicensed = licensed(5, 0);
    unlicensed.mutable_mode()->set_mode(v1::MODE_UNLICENSED);
    EXPECT_FALSE(is_well(unlicensed));
}

TEST(LicenseWords, NameEverybodyWhoHoldsASeat) {
    auto status = licensed(2, 1);
    auto& holder = *status.add_holders();
    holder.set_name("gateway-1");
    holder.set_seats(1);
    auto& seat = *status.add_seats();
    seat.set_key("ann");
    seat.set_holder("gateway-1");
    seat.set_state(v1::Seat::LINGERING);
    EXPECT_THAT(
        holders_text(status),
        AllOf(HasSubstr("gateway-1"), HasSubstr("ann"), HasSubstr("kept, the user is gone"))
    );
}

TEST(LicenseWords, AdviseOnePerLineOrSayThatThereIsNothingToDo) {
    auto status = licensed(2, 1);
    EXPECT_THAT(explain_text(status), HasSubstr("There is nothing to do."));
    status.add_advice("Put a licence file there");
    EXPECT_THAT(
        explain_text(status),
        AllOf(HasSubstr("  - Put a licence file there\n"), Not(HasSubstr("nothing to do")))
    );
}

TEST(LicenseWords, TellSeatsFromSwitches) {
    auto status = licensed(2, 1);
    auto& users = *status.mutable_server()->add_features();
    users.set_keyword("VALUE_USERS");
    users.set_counted(true);
    users.set_requested(60);
    users.set_granted(40);
    users.set_capacity(100);
    auto& flag = *status.mutable_server()->add_features();
    flag.set_keyword("FEAT_BASE");
    flag.set_granted(1);
    flag.set_capacity(1);
    EXPECT_THAT(explain_text(status), AllOf(HasSubstr("60     40       100"), HasSubstr("not counted")));
}

/// Names of users and sentences of servers are others' words.
TEST(LicenseWords, LetNobodyWriteOnTheTerminal) {
    auto status = licensed(2, 1);
    status.set_why("x\x1b[2J");
    status.mutable_server()->set_last_error("y\x1b]0;z\x07");
    auto& seat = *status.add_seats();
    seat.set_key("ann\x1b[31m");
    status.add_advice("do\x1b[1m");
    for (const auto& text : {status_text(status), holders_text(status), explain_text(status)}) {
        EXPECT_THAT(text, Not(HasSubstr("\x1b")));
    }
}

}  // namespace
}  // namespace ctiengine::admin
