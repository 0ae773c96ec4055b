#include "license-svc/weblm/demand.hpp"

#include "tests/unit/license-svc/weblm/answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

using ::testing::ElementsAre;
using testing::flag;
using testing::grant_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::seats;

using Lines = std::vector<weblm::FeatureDemand>;

DemandSettings primary(std::uint32_t users) {
    DemandSettings settings;
    settings.users = users;
    return settings;
}

DemandSettings standby(std::uint32_t ha_users) {
    DemandSettings settings;
    settings.primary = false;
    settings.ha_users = ha_users;
    return settings;
}

TEST(Demand, OfAPrimaryEngineIsForItsUsersTheBaseAndPerhapsTheCallCenter) {
    const Lines expected{
        {"VALUE_AESO_OPEN_USERS", 100, false},
        {"FEAT_AESO_BASE", std::nullopt, false},
        {"FEAT_AESO_CALLCENTER", std::nullopt, true}};
    EXPECT_EQ(features_of(make_demand(primary(100)).value()), expected);
}

TEST(Demand, T18_OfAStandByEngineHasKeywordsOfHighAvailabilityAlone) {
    const Lines expected{
        {"VALUE_AESO_OPEN_HA_USERS", 40, false},
        {"FEAT_AESO_HA", std::nullopt, false},
        {"FEAT_AESO_HA_CALLCENTER", std::nullopt, true}};
    EXPECT_EQ(features_of(make_demand(standby(40)).value()), expected);
}

TEST(Demand, T18_OfAStandByEngineIsNotMetByKeywordsOfAPrimary) {
    const auto demand = make_demand(standby(40)).value();
    EXPECT_THAT(entitlement_of(demand, grant_of()).error().detail, HasSubstr("FEAT_AESO_HA"));
    auto answer = grant_of();
    answer.grants = {
        seats("VALUE_AESO_OPEN_HA_USERS", 40, 40), flag("FEAT_AESO_HA"), flag("FEAT_AESO_CALLCENTER")};
    EXPECT_EQ(entitlement_of(demand, answer).value(), (Entitlement{40, false}));
}

TEST(Demand, TakesAnotherKeywordForTheUsers) {
    auto settings = primary(3);
    settings.users_keyword = "VALUE_OTHER";
    EXPECT_EQ(make_demand(settings)->seats_keyword, "VALUE_OTHER");
}

struct BadSettings {
    const char* name;
    DemandSettings settings;
    const char* words;
};

class DemandRules : public ::testing::TestWithParam<BadSettings> {};

TEST_P(DemandRules, NameTheSettingThatIsWrong) {
    const auto demand = make_demand(GetParam().settings);
    ASSERT_FALSE(demand);
    EXPECT_EQ(demand.error().code, Errc::InvalidSettings);
    EXPECT_THAT(demand.error().detail, HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    All,
    DemandRules,
    ::testing::Values(
        BadSettings{"NoUsers", primary(0), "PRIMARYCTI yes USERS is"},
        BadSettings{"TooManyUsers", primary(weblm::kMostSeats + 1), "1 to 1000000"},
        BadSettings{"BothForAPrimary", {true, 5, 5}, "PRIMARYCTI yes HA_USERS has to be 0"},
        BadSettings{"BothForAStandBy", {false, 5, 5}, "PRIMARYCTI no USERS has to be 0"},
        BadSettings{"NoHaUsers", standby(0), "PRIMARYCTI no HA_USERS is"},
        BadSettings{"KeywordWithASpace", {true, 5, 0, "A B"}, "'A B'"},
        BadSettings{"EmptyKeyword", {true, 5, 0, ""}, "letters, digits"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(Grants, GiveTheGrantedSeatsAndTheCallCenter) {
    const auto demand = make_demand(primary(100)).value();
    EXPECT_EQ(entitlement_of(demand, grant_of()).value(), (Entitlement{100, true}));
}

TEST(Grants, T12_GiveThePartThatWasGranted) {
    const auto demand = make_demand(primary(100)).value();
    EXPECT_EQ(entitlement_of(demand, grant_of(80)).value(), (Entitlement{80, true}));
}

TEST(Grants, GiveNoMoreThanWasAskedFor) {
    const auto demand = make_demand(primary(10)).value();
    EXPECT_EQ(entitlement_of(demand, grant_of(100))->seats, 10U);
}

TEST(Grants, DoWithoutACallCenterThatIsOffOrNotThere) {
    const auto demand = make_demand(primary(100)).value();
    auto answer = grant_of();
    answer.grants[2].on = false;
    EXPECT_FALSE(entitlement_of(demand, answer)->call_center);
    answer.grants.pop_back();
    EXPECT_FALSE(entitlement_of(demand, answer)->call_center);
}

TEST(Grants, AreNothingWithoutSeats) {
    const auto demand = make_demand(primary(100)).value();
    auto answer = grant_of(0);
    EXPECT_THAT(entitlement_of(demand, answer).error().detail, HasSubstr("VALUE_AESO_OPEN_USERS"));
    answer.grants.erase(answer.grants.begin());
    EXPECT_EQ(entitlement_of(demand, answer).error().code, Errc::Refused);
}

TEST(Grants, AreNothingWhenTheBaseIsOff) {
    const auto demand = make_demand(primary(100)).value();
    auto answer = grant_of();
    answer.grants[1].on = false;
    EXPECT_THAT(entitlement_of(demand, answer).error().detail, HasSubstr("FEAT_AESO_BASE"));
}

}  // namespace
}  // namespace ctiengine::license
