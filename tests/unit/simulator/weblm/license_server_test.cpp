#include "tests/unit/simulator/weblm/server_fixture.hpp"

#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

using namespace std::chrono_literals;
using weblm::ResultCode;
using weblm::Verb;

class LicenseServerTest : public ::testing::Test, public ServerFixture {};

// ---- acquire

TEST_F(LicenseServerTest, GrantsWhatIsThere) {
    const auto answer = acquire(60);
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(answer.session, "s-1");
    EXPECT_EQ(answer.lease, 600s);
    EXPECT_EQ(answer.renew, 180s);
    EXPECT_EQ(answer.server_id, "weblm-sim-1");
    EXPECT_EQ(answer.server_time, 1767229200);
    ASSERT_EQ(answer.grants.size(), 2U);
    EXPECT_EQ(answer.grants[0].granted, 60U);
    EXPECT_EQ(answer.grants[0].capacity, 100U);
    EXPECT_EQ(answer.grants[1].on, true);
    EXPECT_EQ(in_use(kUsers), 60U);
}

TEST_F(LicenseServerTest, GrantsTheRestAsPartial) {
    acquire(60, "a");
    const auto answer = acquire(60, "b");
    EXPECT_EQ(answer.code, ResultCode::Partial);
    EXPECT_EQ(answer.grants[0].granted, 40U);
    EXPECT_EQ(answer.text, "VALUE_AESO_OPEN_USERS: 40 of 60 seats are left, 60 of 100 are in use elsewhere");
}

TEST_F(LicenseServerTest, DeniesWhenNothingIsLeft) {
    acquire(100, "a");
    const auto answer = acquire(1, "b");
    EXPECT_EQ(answer.code, ResultCode::DeniedCapacity);
    EXPECT_EQ(answer.session, "");
    EXPECT_EQ(answer.grants[0].granted, 0U);
    EXPECT_EQ(answer.grants[1].on, false) << "nothing of a denied demand is granted";
    EXPECT_EQ(in_use(kUsers), 100U);
}

TEST_F(LicenseServerTest, CountsSeatsOfClientsItDoesNotSee) {
    server.install(example_licence());
    EXPECT_EQ(acquire(100).grants[0].granted, 20U);
    EXPECT_EQ(in_use(kUsers), 100U);
    EXPECT_EQ(in_use(kHaUsers), 80U);
}

TEST_F(LicenseServerTest, UsersDoNotLowerHighAvailabilityUsers) {
    acquire(100, "a");
    auto wanted = request(Verb::Acquire, "b");
    wanted.features = {{kHaUsers, 100, false}};
    EXPECT_EQ(server.answer(wanted).code, ResultCode::Ok);
}

TEST_F(LicenseServerTest, AcquiringAgainReplaces) {
    acquire(60);
    const auto answer = acquire(90);
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(answer.session, "s-2");
    EXPECT_EQ(in_use(kUsers), 90U);
}

TEST_F(LicenseServerTest, AHigherIncarnationReplacesAndALowerOneIsStale) {
    auto later = acquire_request(50);
    later.client.incarnation = 2;
    acquire(60);
    EXPECT_EQ(server.answer(later).code, ResultCode::Ok);
    EXPECT_EQ(in_use(kUsers), 50U);
    EXPECT_EQ(acquire(60).code, ResultCode::StaleClient);
    EXPECT_EQ(in_use(kUsers), 50U);
}

TEST_F(LicenseServerTest, ADemandOfNoSeatsIsFine) {
    acquire(100, "a");
    EXPECT_EQ(acquire(0, "b").code, ResultCode::Ok);
}

TEST_F(LicenseServerTest, OptionalFeaturesNeverDeny) {
    auto wanted = acquire_request(10);
    wanted.features.push_back({"FEAT_UNKNOWN", std::nullopt, true});
    wanted.features.push_back({kHaUsers, 200, true});
    const auto answer = server.answer(wanted);
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(answer.grants[2].on, false);
    EXPECT_EQ(answer.grants[3].granted, 100U);
}

TEST_F(LicenseServerTest, DeniesAFeatureThatIsNotLicensed) {
    auto wanted = acquire_request(10);
    wanted.features.push_back({"FEAT_UNKNOWN", std::nullopt, false});
    const auto answer = server.answer(wanted);
    EXPECT_EQ(answer.code, ResultCode::DeniedFeature);
    EXPECT_EQ(answer.text, "FEAT_UNKNOWN is not in the licence");
    EXPECT_EQ(in_use(kUsers), 0U);
}

TEST_F(LicenseServerTest, RefusesADemandOfTheWrongKindAndChangesNothing) {
    acquire(10);
    auto wanted = request(Verb::Acquire);
    wanted.features = {{kBase, 5, true}};
    EXPECT_EQ(server.answer(wanted).code, ResultCode::BadRequest);
    wanted = request(Verb::Acquire);
    wanted.features = {{kUsers, std::nullopt, false}};
    EXPECT_EQ(server.answer(wanted).code, ResultCode::BadRequest);
    EXPECT_EQ(in_use(kUsers), 10U);
}

TEST_F(LicenseServerTest, AnExpiredFeatureIsDeniedFromItsDateOn) {
    server.expire("2026-01-02", kBase);
    EXPECT_EQ(acquire(10).code, ResultCode::Ok);
    clock.advance(24h);
    const auto answer = acquire(10);
    EXPECT_EQ(answer.code, ResultCode::Expired);
    EXPECT_EQ(answer.text, "FEAT_AESO_BASE expired on 2026-01-02");
}

TEST_F(LicenseServerTest, TheOperatorDeniesByKeyword) {
    server.deny(kUsers, ResultCode::DeniedCapacity);
    EXPECT_EQ(acquire(1).code, ResultCode::DeniedCapacity);
    server.clear_denials();
    EXPECT_EQ(acquire(1).code, ResultCode::Ok);
}

// ---- what makes every verb fail

TEST_F(LicenseServerTest, NeedsALicenceForTheProduct) {
    auto other = request(Verb::Describe);
    other.client.product = "Other";
    EXPECT_EQ(server.answer(other).code, ResultCode::NoLicense);
    server.uninstall();
    EXPECT_EQ(server.answer(request(Verb::Describe)).code, ResultCode::NoLicense);
}

TEST_F(LicenseServerTest, NeedsALicenceForItsHost) {
    auto licence = unused_licence();
    licence.host_ids = {"02-00-00-00-00-02"};
    server.install(licence);
    EXPECT_FALSE(server.host_fits());
    EXPECT_EQ(acquire(1).code, ResultCode::HostMismatch);
}

TEST_F(LicenseServerTest, NeedsTheSameMajorRelease) {
    auto wanted = acquire_request(1);
    wanted.client.release = "5.0";
    EXPECT_EQ(server.answer(wanted).code, ResultCode::ReleaseMismatch);
    wanted = acquire_request(1);
    wanted.client.release = "4.6.2";
    EXPECT_EQ(server.answer(wanted).code, ResultCode::Ok);
}

TEST_F(LicenseServerTest, IsBusyWhenItKnowsTooManyClients) {
    acquire(1, "a");
    acquire(1, "b");
    acquire(1, "c");
    const auto fourth = acquire_request(1, "d");
    EXPECT_EQ(server.answer(fourth).code, ResultCode::Busy);
    clock.advance(601s);
    EXPECT_EQ(server.answer(fourth).code, ResultCode::Ok) << "who holds nothing any more is forgotten";
}

// ---- renew, release, leases

TEST_F(LicenseServerTest, TheLeaseGivesTheSeatsBack) {
    acquire(60);
    clock.advance(599s);
    EXPECT_EQ(in_use(kUsers), 60U);
    clock.advance(1s);
    EXPECT_EQ(in_use(kUsers), 0U);
    EXPECT_EQ(renew("s-1").code, ResultCode::UnknownSession);
}

TEST_F(LicenseServerTest, RenewingKeepsTheSeats) {
    acquire(60);
    clock.advance(599s);
    const auto answer = renew("s-1");
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(answer.session, "s-1");
    EXPECT_EQ(answer.grants[0].granted, 60U);
    clock.advance(599s);
    EXPECT_EQ(in_use(kUsers), 60U);
}

TEST_F(LicenseServerTest, RenewingMayChangeTheDemand) {
    acquire(60);
    auto wanted = request(Verb::Renew);
    wanted.session = "s-1";
    wanted.features = {{kUsers, 10, false}};
    EXPECT_EQ(server.answer(wanted).grants[0].granted, 10U);
    EXPECT_EQ(in_use(kUsers), 10U);
}

TEST_F(LicenseServerTest, ShrunkCapacityTakesSeatsAtTheNextRenewal) {
    acquire(60);
    ASSERT_TRUE(server.set_capacity(kUsers, 25));
    EXPECT_EQ(in_use(kUsers), 60U);
    const auto answer = renew("s-1");
    EXPECT_EQ(answer.code, ResultCode::Partial);
    EXPECT_EQ(answer.grants[0].granted, 25U);
    EXPECT_FALSE(server.set_capacity(kBase, 25)) << "an on/off feature has none";
}

TEST_F(LicenseServerTest, SessionsAreThoseOfTheirClients) {
    acquire(10, "a");
    EXPECT_EQ(renew("s-1", "b").code, ResultCode::UnknownSession);
    EXPECT_EQ(renew("s-2", "a").code, ResultCode::UnknownSession);
    auto wanted = acquire_request(10);
    wanted.session = "s-9";
    EXPECT_EQ(server.answer(wanted).code, ResultCode::UnknownSession);
}

TEST_F(LicenseServerTest, ReleasingGivesTheSeatsBackAtOnce) {
    acquire(60);
    auto release = request(Verb::Release);
    release.session = "s-1";
    EXPECT_EQ(server.answer(release).code, ResultCode::Ok);
    EXPECT_EQ(in_use(kUsers), 0U);
    release.request_id = "another";
    EXPECT_EQ(server.answer(release).code, ResultCode::UnknownSession);
}

TEST_F(LicenseServerTest, ForgettingMakesSessionsUnknown) {
    acquire(60);
    server.forget();
    EXPECT_EQ(renew("s-1").code, ResultCode::UnknownSession);
    EXPECT_EQ(acquire(60).code, ResultCode::Ok);
}

TEST_F(LicenseServerTest, UninstallingEndsAllHoldings) {
    acquire(60);
    server.uninstall();
    server.install(unused_licence());
    EXPECT_EQ(in_use(kUsers), 0U);
}

// ---- repeated requests

TEST_F(LicenseServerTest, ARepeatedRequestGetsTheSameAnswer) {
    const auto wanted = acquire_request(60);
    const auto first = server.answer(wanted);
    clock.advance(10s);
    EXPECT_EQ(server.answer(wanted), first);
    EXPECT_EQ(sessions, 1);
}

TEST_F(LicenseServerTest, TwoClientsMayUseTheSameRequestId) {
    auto one = acquire_request(10, "a");
    auto two = acquire_request(10, "b");
    two.request_id = one.request_id;
    EXPECT_NE(server.answer(one).session, server.answer(two).session);
}

TEST_F(LicenseServerTest, OldAnswersAreForgotten) {
    const auto wanted = acquire_request(60);
    server.answer(wanted);
    for (int more = 0; more < 4; ++more) server.answer(request(Verb::Describe));
    EXPECT_EQ(server.answer(wanted).session, "s-2");
}

// ---- describe, views

TEST_F(LicenseServerTest, DescribesWhatIsLicensed) {
    acquire(60);
    const auto answer = server.answer(request(Verb::Describe));
    EXPECT_EQ(answer.code, ResultCode::Ok);
    ASSERT_TRUE(answer.product.has_value());
    EXPECT_EQ(answer.product->display, "AES CTI Engine");
    ASSERT_EQ(answer.grants.size(), 7U);
    EXPECT_EQ(answer.grants[0].keyword, kBase);
    EXPECT_EQ(answer.grants[0].on, true);
    EXPECT_EQ(answer.grants[1].capacity, 100U);
    EXPECT_EQ(answer.grants[1].in_use, 60U);
    EXPECT_EQ(answer.grants[1].expires, "permanent");
}

TEST_F(LicenseServerTest, ShowsTheOldestLeaseFirst) {
    acquire(1, "a");
    clock.advance(5s);
    acquire(1, "b");
    clock.advance(5s);
    renew("s-1", "a");
    const auto holders = server.holders();
    ASSERT_EQ(holders.size(), 2U);
    EXPECT_EQ(holders[0]->id.id, "b");
    EXPECT_EQ(holders[1]->id.id, "a");
}

}  // namespace
}  // namespace ctiengine::weblm_sim
