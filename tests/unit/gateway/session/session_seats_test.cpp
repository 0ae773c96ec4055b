// The seat of a session: taken when the user is known, given back when the session ends.
#include "tests/unit/gateway/session/session_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::gateway {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;
using namespace std::chrono_literals;

class SessionSeats : public SessionFixture {};

TEST_F(SessionSeats, AUserTakesASeatAndGivesItBackWhenHeLogsOut) {
    open();
    log_in();
    EXPECT_THAT(licenses_.seats, UnorderedElementsAre(Pair("ann", 1)));
    say(2, "<StopApplicationSession><sessionID>" + session_id() +
               "</sessionID><sessionEndReason><definedEndReason>normal</definedEndReason></sessionEndReason>"
               "</StopApplicationSession>");
    EXPECT_THAT(licenses_.seats, IsEmpty());
    EXPECT_EQ(licenses_.linger, 0s);
}

TEST_F(SessionSeats, AUserWhoseConnectionIsLostKeepsItForAWhile) {
    settings.seat_linger = 15s;
    open();
    log_in();
    connection_->say(Error{Errc::Closed, "the client is gone"});
    wait_end();
    EXPECT_THAT(licenses_.seats, IsEmpty());
    EXPECT_EQ(licenses_.linger, 15s);
}

TEST_F(SessionSeats, AConnectionThatNeverLoggedInHasNone) {
    open();
    connection_->say(Error{Errc::Closed, "the client is gone"});
    wait_end();
    EXPECT_EQ(licenses_.linger, -1s) << "nothing was given back";
}

TEST_F(SessionSeats, ARefusalSaysWhyAndLeavesTheConnection) {
    licenses_.refusal =
        SeatRefusal{SeatRefusal::Kind::LimitReached, "80 users are logged in; try again later"};
    open();
    EXPECT_THAT(
        log_in(), AllOf(
                      HasSubstr("StartApplicationSessionNegResponse"), HasSubstr("maxNumberSessions"),
                      HasSubstr("80 users are logged in")
                  )
    );
    EXPECT_EQ(refusals_.count(refusals::Refusal::NoSeat), 1U);
    EXPECT_THAT(audited(), Contains("refused"));
    licenses_.refusal.reset();
    EXPECT_THAT(log_in(), HasSubstr("StartApplicationSessionPosResponse"));
}

TEST_F(SessionSeats, ALicenceServiceThatIsAwayIsNobodysFault) {
    licenses_.refusal = SeatRefusal{SeatRefusal::Kind::Unavailable, "the licence service cannot be reached"};
    open();
    for (int attempt = 0; attempt < 5; ++attempt) {
        EXPECT_THAT(log_in(), AllOf(HasSubstr("serverResourcesBusy"), HasSubstr("cannot be reached")));
    }
    EXPECT_FALSE(connection_->closed);
    EXPECT_EQ(refusals_.count(refusals::Refusal::SeatsUnknown), 5U);
    EXPECT_EQ(refusals_.count(refusals::Refusal::LogInRefused), 0U);
}

TEST_F(SessionSeats, AWrongPasswordTakesNone) {
    authenticator_.answer = Error{Errc::Refused, "wrong"};
    open();
    log_in();
    EXPECT_THAT(licenses_.seats, IsEmpty());
}

}  // namespace
}  // namespace ctiengine::gateway
