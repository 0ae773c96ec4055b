#include "license-svc/weblm/lease.hpp"

#include "tests/unit/license-svc/weblm/answers.hpp"

#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

using namespace std::chrono_literals;
using testing::grant_of;
using testing::refusal;
using weblm::ResultCode;
using weblm::Verb;

class LeaseTest : public ::testing::Test {
  protected:
    void use_servers(std::size_t servers) {
        lease_ = Lease(
            {servers, 600s}, [this] { return jitter_; }, now_
        );
    }
    Lease::Step step() { return lease_.next().value(); }

    /// Waits until the next request is due and answers it `late` after it was sent.
    void answer(const weblm::Response& response, std::chrono::seconds late = 0s) {
        const auto sent = now_ = std::max(now_, step().due);
        now_ += late;
        lease_.answered(sent, now_, verdict_of(demand_, response), response);
    }
    void fail(std::chrono::seconds late = 0s) {
        const auto sent = now_ = std::max(now_, step().due);
        now_ += late;
        lease_.failed(sent, now_);
    }
    Lease::Time::duration wait() { return step().due - now_; }

    Demand demand_{"VALUE_AESO_OPEN_USERS", 100, "FEAT_AESO_BASE", "FEAT_AESO_CALLCENTER"};
    Lease::Time now_{1h};
    double jitter_ = 0;
    Lease lease_{{}, [this] { return jitter_; }, now_};
};

TEST_F(LeaseTest, AcquiresAtOnce) {
    EXPECT_EQ(step().verb, Verb::Acquire);
    EXPECT_EQ(step().session, "");
    EXPECT_EQ(wait(), 0s);
    EXPECT_FALSE(lease_.deadline());
}

TEST_F(LeaseTest, RenewsWhenTheServerSays) {
    answer(grant_of());
    EXPECT_EQ(step().verb, Verb::Renew);
    EXPECT_EQ(step().session, "s-1");
    EXPECT_EQ(wait(), 180s);
    answer(grant_of());
    EXPECT_EQ(wait(), 180s);
}

TEST_F(LeaseTest, RenewsATenthEarlierOrLater) {
    jitter_ = 1;
    answer(grant_of());
    EXPECT_EQ(wait(), 198s);
    jitter_ = -1;
    answer(grant_of());
    EXPECT_EQ(wait(), 162s);
}

TEST_F(LeaseTest, RenewsBeforeTheEndWhateverTheServerSays) {
    auto response = grant_of();
    response.renew = response.lease;
    jitter_ = 1;
    answer(response);
    EXPECT_EQ(wait(), 540s);
}

TEST_F(LeaseTest, CountsFromTheMomentOfSending) {
    answer(grant_of(), 8s);
    EXPECT_EQ(*lease_.deadline(), now_ - 8s + 600s);
    EXPECT_EQ(wait(), 172s);
}

TEST_F(LeaseTest, RunsOutOnce) {
    answer(grant_of());
    EXPECT_FALSE(lease_.run_out(now_ + 600s - 1ns));
    EXPECT_TRUE(lease_.run_out(now_ + 600s));
    EXPECT_FALSE(lease_.run_out(now_ + 601s));
    EXPECT_FALSE(lease_.deadline());
}

TEST_F(LeaseTest, PausesLongerAfterEachFailureUpToAMinute) {
    for (const auto pause : {5s, 10s, 20s, 40s, 60s, 60s, 60s}) {
        fail();
        EXPECT_EQ(wait(), pause);
        EXPECT_EQ(step().verb, Verb::Acquire);
    }
}

TEST_F(LeaseTest, BeginsWithShortPausesAgainAfterASuccess) {
    for (int i = 0; i < 6; ++i) fail();
    answer(grant_of());
    fail();
    EXPECT_EQ(wait(), 5s);
}

TEST_F(LeaseTest, IsBackWithinAMinuteThoughTheServerLetUsWait) {
    for (int i = 0; i < 6; ++i) fail(10s);
    EXPECT_EQ(wait(), 50s) << "a minute since the last request was sent";
}

TEST_F(LeaseTest, JitterMakesAPauseNeverLonger) {
    for (const double jitter : {1.0, -1.0}) {
        use_servers(1);
        jitter_ = jitter;
        for (int i = 0; i < 6; ++i) fail();
        EXPECT_EQ(wait(), 54s);
    }
}

TEST_F(LeaseTest, RenewsAgainAfterAFailureWhileTheGrantCounts) {
    answer(grant_of());
    fail();
    EXPECT_EQ(step().verb, Verb::Renew);
    EXPECT_EQ(step().session, "s-1");
    EXPECT_TRUE(lease_.deadline());
}

TEST_F(LeaseTest, ThreeRenewalsFitIntoOneLease) {
    answer(grant_of());
    const auto end = *lease_.deadline();
    for (int i = 0; i < 3; ++i) fail(10s);
    EXPECT_LT(step().due, end);
}

TEST_F(LeaseTest, AsksTheNextServerAtOnceAndPausesAfterTheLast) {
    use_servers(3);
    fail();
    EXPECT_EQ(step().server, 1U);
    EXPECT_EQ(wait(), 0s);
    fail();
    EXPECT_EQ(step().server, 2U);
    EXPECT_EQ(wait(), 0s);
    fail();
    EXPECT_EQ(step().server, 0U);
    EXPECT_EQ(wait(), 5s);
}

TEST_F(LeaseTest, RenewsAtTheServerThatGranted) {
    use_servers(2);
    fail();
    answer(grant_of());
    EXPECT_EQ(step().verb, Verb::Renew);
    EXPECT_EQ(step().server, 1U);
    EXPECT_EQ(lease_.release()->server, 1U);
}

TEST_F(LeaseTest, LeavesAServerAfterThreeRenewalsInVainAndBeginsWithTheFirst) {
    use_servers(2);
    fail();
    answer(grant_of());
    fail();
    fail();
    EXPECT_EQ(step().verb, Verb::Renew);
    fail();
    EXPECT_EQ(step().verb, Verb::Acquire);
    EXPECT_EQ(step().server, 0U);
    EXPECT_EQ(wait(), 0s);
    EXPECT_TRUE(lease_.deadline()) << "what was granted counts until its end";
}

TEST_F(LeaseTest, T14_AcquiresAtOnceWhenTheSessionIsForgotten) {
    answer(grant_of());
    answer(refusal(ResultCode::UnknownSession));
    EXPECT_EQ(step().verb, Verb::Acquire);
    EXPECT_EQ(wait(), 0s);
    EXPECT_TRUE(lease_.deadline());
}

TEST_F(LeaseTest, PausesWhenAServerDoesNotKnowTheSessionOfAnAcquire) {
    answer(refusal(ResultCode::UnknownSession));
    EXPECT_EQ(wait(), 5s);
}

TEST_F(LeaseTest, T14_StopsWhenAnotherHasOurId) {
    answer(grant_of());
    answer(refusal(ResultCode::StaleClient));
    EXPECT_FALSE(lease_.next());
    EXPECT_FALSE(lease_.deadline());
    EXPECT_FALSE(lease_.release());
}

class DeniedLease : public LeaseTest, public ::testing::WithParamInterface<ResultCode> {};

TEST_P(DeniedLease, T14_HoldsNothingAndAsksAgainInAMinute) {
    use_servers(2);
    answer(grant_of());
    answer(refusal(GetParam()));
    EXPECT_FALSE(lease_.deadline());
    EXPECT_EQ(step().verb, Verb::Acquire);
    EXPECT_EQ(step().server, 0U);
    EXPECT_EQ(wait(), 60s);
}

INSTANTIATE_TEST_SUITE_P(
    Codes,
    DeniedLease,
    ::testing::Values(
        ResultCode::DeniedCapacity,
        ResultCode::DeniedFeature,
        ResultCode::Expired,
        ResultCode::NoLicense,
        ResultCode::ReleaseMismatch
    ),
    [](const auto& row) { return std::string(weblm::to_string(row.param)); }
);

class MisfitLease : public LeaseTest, public ::testing::WithParamInterface<ResultCode> {};

TEST_P(MisfitLease, T14_AsksAgainInTenMinutesAndKeepsWhatItHas) {
    answer(grant_of());
    const auto end = lease_.deadline();
    answer(refusal(GetParam()));
    EXPECT_EQ(lease_.deadline(), end);
    EXPECT_EQ(step().verb, Verb::Acquire);
    EXPECT_EQ(wait(), 600s);
}

INSTANTIATE_TEST_SUITE_P(
    Codes,
    MisfitLease,
    ::testing::Values(ResultCode::HostMismatch, ResultCode::Unsupported, ResultCode::BadRequest),
    [](const auto& row) { return std::string(weblm::to_string(row.param)); }
);

TEST_F(LeaseTest, T14_TakesABusyServerForOneThatDoesNotAnswer) {
    answer(refusal(ResultCode::Busy));
    EXPECT_EQ(wait(), 5s);
    answer(refusal(ResultCode::Busy));
    EXPECT_EQ(wait(), 10s);
}

TEST_F(LeaseTest, T12_HoldsAPartOfTheDemand) {
    answer(grant_of(80));
    EXPECT_TRUE(lease_.deadline());
    EXPECT_EQ(wait(), 180s);
}

}  // namespace
}  // namespace ctiengine::license
