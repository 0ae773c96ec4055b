#include "license-svc/weblm/weblm_client.hpp"

#include "tests/unit/license-svc/weblm/client_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::flag;
using testing::grant_of;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::refusal;
using testing::seats;
using ::testing::SizeIs;
using ::testing::StartsWith;
using weblm::ResultCode;
using weblm::Verb;

class Client : public testing::ClientFixture {};

TEST_F(Client, AcquiresItsDemandAtOnce) {
    start();
    ASSERT_THAT(first_.asked_for(Verb::Acquire), SizeIs(1));
    const auto request = first_.asked_for(Verb::Acquire)[0];
    EXPECT_EQ(request.client, settings_.client);
    EXPECT_EQ(request.session, "");
    EXPECT_EQ(request.request_id, "r-1");
    EXPECT_EQ(request.features, features_of(settings_.demand));
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
}

TEST_F(Client, RenewsAndTellsEachTime) {
    start();
    pass(360s);
    ASSERT_THAT(first_.asked_for(Verb::Renew), SizeIs(2));
    EXPECT_EQ(first_.asked_for(Verb::Renew)[0].session, "s-1");
    EXPECT_EQ(first_.asked_for(Verb::Renew)[0].features, features_of(settings_.demand));
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100", "granted 100", "granted 100"));
}

TEST_F(Client, T12_TakesAPartAndAlarmsOnce) {
    first_.say(grant_of(80));
    start();
    pass(180s);
    EXPECT_THAT(
        heard_.take(),
        ElementsAre(AllOf(StartsWith("alarm "), HasSubstr("80 of 100")), "granted 80", "granted 80")
    );
}

TEST_F(Client, T12_AlarmsAgainWhenItWasWholeInBetween) {
    first_.say(grant_of(80));
    start();
    first_.say(grant_of());
    pass(180s);
    heard_.take();
    first_.say(grant_of(80));
    pass(180s);
    EXPECT_THAT(heard_.take(), ElementsAre(StartsWith("alarm "), "granted 80"));
}

TEST_F(Client, T18_OfAStandByEngineNamesKeywordsOfHighAvailabilityAlone) {
    DemandSettings standby;
    standby.primary = false;
    standby.ha_users = 40;
    settings_.demand = make_demand(standby).value();
    auto answer = grant_of();
    answer.grants = {
        seats("VALUE_AESO_OPEN_HA_USERS", 40, 40), flag("FEAT_AESO_HA"), flag("FEAT_AESO_HA_CALLCENTER")};
    first_.say(answer);
    start();
    pass(400s);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 40", "granted 40", "granted 40"));
    for (const auto& request : first_.asked) {
        for (const auto& feature : request.features) EXPECT_THAT(feature.keyword, HasSubstr("_HA"));
    }
}

// ---------------------------------------------------------------- T14: every code

class DeniedClient : public Client, public ::testing::WithParamInterface<ResultCode> {
  protected:
    std::string code() const { return std::string(weblm::to_string(GetParam())); }
};

TEST_P(DeniedClient, T14_TellsSoAtOnceAndIsBackInAMinute) {
    start();
    heard_.take();
    first_.say(refusal(GetParam()));
    pass(180s);
    EXPECT_THAT(heard_.take(), ElementsAre(StartsWith("denied " + code())));
    EXPECT_THAT(client_->status().last_error, StartsWith(code()));
    EXPECT_FALSE(client_->status().granted);
    pass(120s);
    EXPECT_THAT(heard_.take(), IsEmpty()) << "the same again is no news";
    first_.say(grant_of());
    pass(60s);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
    EXPECT_EQ(client_->status().last_error, "");
}

TEST_P(DeniedClient, T14_TellsSoAtTheStart) {
    first_.say(refusal(GetParam()));
    start();
    EXPECT_THAT(heard_.take(), ElementsAre(StartsWith("denied " + code())));
}

INSTANTIATE_TEST_SUITE_P(
    Codes,
    DeniedClient,
    ::testing::Values(
        ResultCode::DeniedCapacity,
        ResultCode::DeniedFeature,
        ResultCode::Expired,
        ResultCode::NoLicense,
        ResultCode::ReleaseMismatch
    ),
    [](const auto& row) { return std::string(weblm::to_string(row.param)); }
);

class MisfitClient : public DeniedClient {};

TEST_P(MisfitClient, T14_AlarmsAndKeepsItsLeaseToTheEnd) {
    start();
    heard_.take();
    first_.say(refusal(GetParam()));
    pass(180s);
    EXPECT_THAT(heard_.take(), ElementsAre(AllOf(StartsWith("alarm https://first/: "), HasSubstr(code()))));
    EXPECT_TRUE(client_->status().granted);
    pass(420s);
    EXPECT_THAT(heard_.take(), ElementsAre(AllOf(StartsWith("lapsed "), HasSubstr(code()))));
}

TEST_P(MisfitClient, T14_IsDeniedAtTheStartAndAsksAgainInTenMinutes) {
    first_.say(refusal(GetParam()));
    start();
    EXPECT_THAT(heard_.take(), ElementsAre(StartsWith("alarm "), StartsWith("denied " + code())));
    pass(599s);
    EXPECT_THAT(first_.asked_for(Verb::Acquire), SizeIs(1));
    pass(1s);
    EXPECT_THAT(first_.asked_for(Verb::Acquire), SizeIs(2));
}

INSTANTIATE_TEST_SUITE_P(
    Codes,
    MisfitClient,
    ::testing::Values(ResultCode::HostMismatch, ResultCode::Unsupported, ResultCode::BadRequest),
    [](const auto& row) { return std::string(weblm::to_string(row.param)); }
);

TEST_F(Client, T14_AcquiresAnewAtOnceWhenTheServerHasForgottenTheSession) {
    start();
    heard_.take();
    first_.answer = [](const weblm::Request& request) {
        return request.verb == Verb::Renew ? refusal(ResultCode::UnknownSession) : grant_of();
    };
    pass(180s);
    EXPECT_THAT(first_.asked_for(Verb::Acquire), SizeIs(2));
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100")) << "nobody hears of it";
}

TEST_F(Client, T14_StopsWhenAnotherEngineHasItsId) {
    start();
    heard_.take();
    first_.say(refusal(ResultCode::StaleClient));
    pass(180s);
    EXPECT_FALSE(running_);
    EXPECT_THAT(
        heard_.take(),
        ElementsAre(HasSubstr("alarm https://first/: STALE_CLIENT"), StartsWith("denied STALE_CLIENT"))
    );
    EXPECT_FALSE(client_->status().next_request);
}

TEST_F(Client, T14_TakesABusyServerForOneThatIsNotThere) {
    first_.say(refusal(ResultCode::Busy));
    start();
    EXPECT_THAT(heard_.take(), ElementsAre(StartsWith("lapsed https://first/: BUSY")));
    pass(5s);
    EXPECT_THAT(first_.asked_for(Verb::Acquire), SizeIs(2));
}

// ---------------------------------------------------------------- T15: servers that fail

TEST_F(Client, T15_IsLicensedWithinAMinuteAfterAnOutage) {
    first_.be_down();
    start();
    EXPECT_THAT(heard_.take(), ElementsAre("lapsed https://first/: nobody is there"));
    pass(1h);
    EXPECT_THAT(heard_.take(), IsEmpty()) << "the same again is no news";
    first_.say(grant_of());
    pass(60s);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
}

TEST_F(Client, T15_LapsesWhenTheLeaseEndsAndNotBefore) {
    start();
    heard_.take();
    first_.be_down();
    pass(600s - 1ns);
    EXPECT_THAT(heard_.take(), IsEmpty());
    EXPECT_TRUE(client_->status().granted);
    pass(1ns);
    EXPECT_THAT(heard_.take(), ElementsAre("lapsed https://first/: nobody is there"));
    EXPECT_FALSE(client_->status().granted);
    EXPECT_THAT(client_->status().held, IsEmpty());
}

TEST_F(Client, T15_LapsesOnTimeThoughAServerLetsItWait) {
    start();
    heard_.take();
    first_.delay = 1000s;
    pass(600s - 1ns);
    EXPECT_THAT(heard_.take(), IsEmpty());
    pass(1ns);
    EXPECT_THAT(heard_.take(), ElementsAre(AllOf(StartsWith("lapsed "), HasSubstr("ran out before"))));
}

TEST_F(Client, T15_CountsTheLeaseFromTheMomentOfAsking) {
    first_.delay = 8s;
    start();
    pass(8s);
    EXPECT_EQ(client_->status().lease_end, clock_.wall_now() + 592s);
}

TEST_F(Client, T15_RecoversInTheMiddleOfALeaseWithoutAWord) {
    start();
    heard_.take();
    first_.be_down();
    pass(200s);
    EXPECT_THAT(client_->status().last_error, HasSubstr("nobody is there"));
    first_.say(grant_of());
    pass(40s);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
}

TEST_F(Client, T15_BelievesNoAnswerToAnotherRequest) {
    first_.echo = false;
    auto stale = grant_of();
    stale.request_id = "r-0";
    first_.say(stale);
    start();
    EXPECT_THAT(heard_.take(), ElementsAre(HasSubstr("belongs to another request")));
    EXPECT_FALSE(client_->status().granted);
}

TEST_F(Client, T15_TakesAnAnswerWithoutAnIdWhenTheRequestWasNotReadable) {
    first_.echo = false;
    first_.say(refusal(ResultCode::BadRequest));
    start();
    EXPECT_THAT(heard_.take(), ElementsAre(HasSubstr("BAD_REQUEST"), HasSubstr("denied BAD_REQUEST")));
}

TEST_F(Client, T15_TakesAnUnreadableAnswerForNone) {
    first_.fail(Errc::MalformedXml, "the answer cannot be read");
    start();
    EXPECT_THAT(heard_.take(), ElementsAre("lapsed https://first/: the answer cannot be read"));
    pass(5s);
    EXPECT_THAT(first_.asked_for(Verb::Acquire), SizeIs(2));
}

TEST_F(Client, T15_GoesOnWhenItsServerSaysThatItWasCancelled) {
    first_.fail(Errc::Cancelled, "cancelled over there");
    start();
    EXPECT_THAT(heard_.take(), ElementsAre("lapsed https://first/: cancelled over there"));
    first_.say(grant_of());
    pass(5s);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
}

// ---------------------------------------------------------------- several servers

TEST_F(Client, GoesToTheSecondServerWithoutAWord) {
    first_.be_down();
    start(2);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
    EXPECT_EQ(client_->status().server, "https://second/");
    pass(180s);
    EXPECT_THAT(second_.asked_for(Verb::Renew), SizeIs(1));
    EXPECT_THAT(first_.asked, SizeIs(1)) << "whoever granted is renewed at";
}

TEST_F(Client, TellsOfALossOnlyWhenNoServerIsThere) {
    first_.be_down();
    second_.be_down();
    start(2);
    EXPECT_THAT(heard_.take(), ElementsAre("lapsed https://second/: nobody is there"));
}

TEST_F(Client, ChangesTheServerBeforeTheLeaseEnds) {
    start(2);
    heard_.take();
    first_.be_down();
    pass(180s + 5s + 10s);
    EXPECT_EQ(client_->status().server, "https://second/");
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
}

// ---------------------------------------------------------------- the end

TEST_F(Client, StopsWithoutAWordWhileItAsks) {
    first_.delay = 5s;
    start();
    stop();
    EXPECT_FALSE(running_);
    EXPECT_THAT(heard_.take(), IsEmpty());
}

TEST_F(Client, StopsWithoutAWordWhileItWaits) {
    start();
    pass(20s);
    first_.delay = 5s;
    pass(161s);  // in the middle of a renewal, which also watches the deadline
    heard_.take();
    stop();
    EXPECT_FALSE(running_);
    EXPECT_THAT(heard_.take(), IsEmpty());
}

TEST_F(Client, GivesBackWhatItHas) {
    start();
    stop();
    first_.say(refusal(ResultCode::Ok));
    runner_.run(client_->release());
    ASSERT_THAT(first_.asked_for(Verb::Release), SizeIs(1));
    EXPECT_EQ(first_.asked_for(Verb::Release)[0].session, "s-1");
    EXPECT_EQ(client_->status().session, "");
    EXPECT_FALSE(client_->status().lease_end);
    runner_.run(client_->release());
    EXPECT_THAT(first_.asked_for(Verb::Release), SizeIs(1)) << "once is enough";
}

TEST_F(Client, GivesBackNothingWhenItHasNothing) {
    first_.be_down();
    start();
    stop();
    runner_.run(client_->release());
    EXPECT_THAT(first_.asked_for(Verb::Release), IsEmpty());
}

TEST_F(Client, EndsAlsoWhenTheServerTakesNothingBack) {
    start();
    stop();
    first_.be_down();
    runner_.run(client_->release());
    EXPECT_THAT(heard_.exchanges.back(), "Release NotConnected");
}

// ---------------------------------------------------------------- what people see

TEST_F(Client, ShowsHowItGoes) {
    start();
    pass(10s);
    const auto status = client_->status();
    EXPECT_EQ(status.server, "https://first/");
    EXPECT_EQ(status.server_id, "weblm-1");
    EXPECT_EQ(status.session, "s-1");
    EXPECT_EQ(status.granted, (Entitlement{100, true}));
    EXPECT_EQ(status.last_success, clock_.wall_now() - 10s);
    EXPECT_EQ(status.next_request, clock_.wall_now() + 170s);
    EXPECT_EQ(status.lease_end, clock_.wall_now() + 590s);
    EXPECT_EQ(status.held, grant_of().grants);
}

TEST_F(Client, ShowsTheCapacityAndTheRemoteAgentsOfTheLicence) {
    auto description = refusal(ResultCode::Ok);
    auto remote = seats("VALUE_AESO_OPEN_REM_USERS", 0, 0);
    remote.capacity = 50;
    remote.in_use = 7;
    remote.expires = "2027-01-01";
    description.grants = {remote};
    description.product = weblm::Product{"CTI_Engine", "AES CTI Engine", "4.5", "123"};
    first_.description = [description](const weblm::Request&) { return description; };
    start();
    EXPECT_EQ(client_->status().features, description.grants);
    EXPECT_EQ(client_->status().product, description.product);
    EXPECT_EQ(client_->status().remote_agents, 50U);
}

TEST_F(Client, DoesNotDependOnTheDescription) {
    first_.description = [](const weblm::Request&) -> Result<weblm::Response> {
        return Error{Errc::DeadlineExceeded, "late"};
    };
    start();
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
    EXPECT_EQ(client_->status().last_error, "");
    pass(180s);
    EXPECT_THAT(heard_.take(), ElementsAre("granted 100"));
}

TEST_F(Client, CountsEveryRequestForTheMetrics) {
    start();
    first_.be_down();
    pass(180s);
    EXPECT_THAT(heard_.exchanges, ElementsAre("Acquire OK", "Describe NO_LICENSE", "Renew NotConnected"));
}

}  // namespace
}  // namespace ctiengine::license
