#include "tests/unit/gateway/session/session_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;
using connection::CloseCode;
using refusals::Refusal;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class SessionLogIn : public SessionFixture {};

TEST_F(SessionLogIn, OpensASessionWithTheUsersRights) {
    open();
    EXPECT_THAT(log_in(), HasSubstr("StartApplicationSessionPosResponse"));
    EXPECT_TRUE(connection_->logged_in);
    ASSERT_EQ(link_.sessions.size(), 1U);
    EXPECT_EQ(link_.sessions.begin()->second.devices, (std::set<std::string>{"4001"}));
    connection_->say(Error{Errc::Closed, "bye"});
    wait_end();
    EXPECT_TRUE(link_.sessions.empty()) << "the worker is told of the end";
    EXPECT_EQ(audited(), (std::vector<std::string>{"log-in", "log-out"}));
}

TEST_F(SessionLogIn, IsRefusedWithOneSentenceAndThreeTimesOnly) {
    authenticator_.answer = Error{Errc::Refused, "no user of this name"};
    open();
    const auto unknown = log_in("zoe");
    EXPECT_THAT(unknown, HasSubstr("invalidApplicationInfo"));
    EXPECT_THAT(unknown, Not(HasSubstr("no user of this name"))) << "that is for the log";
    log_in();
    log_in();
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::PolicyViolation);
    EXPECT_EQ(refusals_.count(Refusal::LogInRefused), 3U);
    EXPECT_EQ(refusals_.count(Refusal::TooManyFailedLogIns), 1U);
    EXPECT_TRUE(link_.sessions.empty());
}

TEST_F(SessionLogIn, ThatCannotBeCheckedIsNobodysFailure) {
    authenticator_.answer = Error{Errc::NotConnected, "no keys"};
    open();
    for (int times = 0; times < 5; ++times) EXPECT_THAT(log_in(), HasSubstr("serverResourcesBusy"));
    EXPECT_FALSE(connection_->closed);
    EXPECT_EQ(refusals_.count(Refusal::LogInRefused), 0U);
}

TEST_F(SessionLogIn, WithTheProofOfAnotherIsRefused) {
    open();
    EXPECT_THAT(log_in("ben"), HasSubstr("invalidApplicationInfo"));
    EXPECT_TRUE(link_.sessions.empty());
}

TEST_F(SessionLogIn, OfAUserTooOftenClosesTheConnection) {
    set_rates(1, 1000);
    ASSERT_TRUE(rates_->user_may("ann", clock_.now()));
    open();
    log_in();
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::TryAgainLater);
    EXPECT_EQ(refusals_.count(Refusal::LogInRate), 1U);
}

TEST_F(SessionLogIn, OfAUserKnownByHisTokenAloneIsCountedToo) {
    set_rates(1, 1000);
    ASSERT_TRUE(rates_->user_may("ann", clock_.now()));
    open("a.b.c");
    log_in("");
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::TryAgainLater);
    EXPECT_EQ(refusals_.count(Refusal::LogInRate), 1U);
    EXPECT_TRUE(link_.sessions.empty());
}

TEST_F(SessionLogIn, FromAnAddressTooOftenClosesTheConnection) {
    set_rates(1000, 1);
    ASSERT_TRUE(rates_->source_may("", clock_.now()));
    open();
    log_in();
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::TryAgainLater);
    EXPECT_EQ(refusals_.count(Refusal::LogInRate), 1U);
    EXPECT_TRUE(link_.sessions.empty());
}

TEST_F(SessionLogIn, WithTheTokenOfTheUpgradeNeedsNoName) {
    open("a.b.c");
    EXPECT_THAT(log_in(""), HasSubstr("StartApplicationSessionPosResponse"));
    EXPECT_EQ(authenticator_.asked.token, "a.b.c");
    EXPECT_EQ(trail_.entries.back().user, "ann") << "the token says who it is";
}

TEST_F(SessionLogIn, WithTheTokenOfTheUpgradeIsCountedThereOnly) {
    set_rates(1000, 1);
    ASSERT_TRUE(rates_->source_may("", clock_.now())) << "the upgrade";
    open("a.b.c");
    EXPECT_THAT(log_in(""), HasSubstr("StartApplicationSessionPosResponse"));
}

TEST_F(SessionLogIn, OfNobodyIsRefusedBeforeItIsChecked) {
    open();
    EXPECT_THAT(log_in(""), HasSubstr("userName is missing"));
    EXPECT_EQ(authenticator_.times, 0U);
}

TEST_F(SessionLogIn, HasToComeInTime) {
    settings.log_in_limit = 0s;
    open();
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::PolicyViolation);
    EXPECT_EQ(refusals_.count(Refusal::NoLogInInTime), 1U);
}

class SessionToken : public SessionFixture {
  protected:
    void expires_in(std::chrono::seconds left) {
        identity::Identity ann{"ann", {identity::Role::Agent, {"4001"}, {}}, {}, "token"};
        ann.expires = clock_.wall_now() + left;
        authenticator_.answer = ann;
    }
};

TEST_F(SessionToken, ExpiresWhenItsAnswerSays) {
    expires_in(600s);
    open();
    EXPECT_THAT(log_in(), HasSubstr("<AuthenticationExpires xmlns=\"urn:ctiengine:1\">600<"));
    clock_.pass(60s);
    EXPECT_THAT(reset(2), HasSubstr(">540<"));
}

TEST_F(SessionToken, EndsTheSessionWhenItExpires) {
    expires_in(60s);
    open();
    log_in();
    clock_.pass(60s);
    reset(2);
    wait_end();
    EXPECT_EQ(connection_->closed, CloseCode::AuthenticationExpired);
    EXPECT_THAT(connection_->heard, Contains(HasSubstr("the token has expired")));
    EXPECT_EQ(refusals_.count(Refusal::AuthenticationExpired), 1U);
}

TEST_F(SessionToken, IsRenewedInBand) {
    expires_in(60s);
    open();
    log_in();
    clock_.pass(50s);
    expires_in(300s);
    EXPECT_THAT(reset(2, "fresh"), HasSubstr(">300<"));
    clock_.pass(60s);
    EXPECT_THAT(reset(3), HasSubstr(">240<"));
    EXPECT_FALSE(connection_->closed);
}

TEST_F(SessionToken, TakesAwayRightsWhenTheNewOneHasFewer) {
    expires_in(60s);
    open();
    log_in();
    identity::Identity less{"ann", {identity::Role::Agent, {}, {}}, {}, "token"};
    less.expires = clock_.wall_now() + 60s;
    authenticator_.answer = less;
    EXPECT_THAT(reset(2, "fresh"), HasSubstr("ResetApplicationSessionTimerPosResponse"));
    EXPECT_TRUE(link_.sessions.begin()->second.devices.empty()) << "the worker learns it too";
    const auto refused =
        say(3,
            "<SnapshotDevice xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\">"
            "<snapshotObject>4001</snapshotObject></SnapshotDevice>");
    EXPECT_THAT(refused, HasSubstr("privilegeViolationSpecifiedDevice"));
    EXPECT_TRUE(asked.empty());
}

TEST_F(SessionToken, OfAnotherUserChangesNothing) {
    expires_in(60s);
    open();
    log_in();
    identity::Identity ben{"ben", {identity::Role::Admin, {}, {}}, {}, "token"};
    authenticator_.answer = ben;
    EXPECT_THAT(reset(2, "bens"), HasSubstr("serverCannotResetSessionTimer"));
    EXPECT_EQ(link_.sessions.begin()->second.role, identity::Role::Agent);
    EXPECT_FALSE(connection_->closed);
}

}  // namespace
}  // namespace ctiengine::gateway
