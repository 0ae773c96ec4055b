// Every service, asked by every kind of user for an own and for another's telephone.
#include "common/rights/rights.hpp"

#include "tests/unit/common/rights/service_rows.hpp"

#include <gtest/gtest.h>

#include <set>

namespace ctiengine::rights {
namespace {

using identity::Role;
using Row = ServiceRow;

identity::Rights user(Role role) {
    return {role, {kOwn}, {"2001"}};
}

TEST(Rights, HaveARowForEveryService) {
    std::set<std::size_t> seen;
    for (const auto& row : service_rows()) seen.insert(row.at(kOwn).index());
    EXPECT_EQ(seen.size(), std::variant_size_v<csta::Request>);
}

class RightsOfService : public ::testing::TestWithParam<Row> {
  protected:
    static bool may(Role role, const std::string& device) {
        return !denial_of(user(role), GetParam().at(device));
    }
};

TEST_P(RightsOfService, AreThoseOfTheRole) {
    EXPECT_EQ(may(Role::Agent, kOwn), GetParam().agent_own);
    EXPECT_EQ(may(Role::Agent, kOther), GetParam().agent_other);
    EXPECT_EQ(may(Role::Supervisor, kOther), GetParam().supervisor_other);
    EXPECT_TRUE(may(Role::Admin, kOther));
}

TEST_P(RightsOfService, TakeAnotherSpellingForAnotherNumber) {
    for (const char* alias :
         {" 4001", "4001 ", "04001", "+4001", "4001:CM1", "4001:CM1:192.0.2.1:0", "tel:4001", "N<4001>",
          "*414001", ""}) {
        EXPECT_EQ(may(Role::Agent, alias), GetParam().agent_other) << "'" << alias << "'";
    }
}

TEST_P(RightsOfService, WantProofOfACallWhereItIsTheObject) {
    const auto request = GetParam().at(kOwn);
    EXPECT_EQ(call_to_prove(user(Role::Agent), request).has_value(), GetParam().proves_call);
    EXPECT_FALSE(call_to_prove(user(Role::Admin), request));
    EXPECT_EQ(call_to_prove(user(Role::Agent), request).value_or(7), 7U);
}

INSTANTIATE_TEST_SUITE_P(Services, RightsOfService, ::testing::ValuesIn(service_rows()), [](const auto& row) {
    return row.param.name;
});

TEST(Rights, OfNobodyAreNone) {
    for (const auto& row : service_rows()) {
        const bool anybody = row.agent_other;
        EXPECT_EQ(!denial_of(identity::Rights{}, row.at(kOwn)), anybody) << row.name;
    }
}

TEST(Rights, LetASupervisorSeeACallButNotEndIt) {
    EXPECT_FALSE(call_to_prove(user(Role::Supervisor), csta::SnapshotCall{leg(kOther)}));
    EXPECT_FALSE(call_to_prove(user(Role::Supervisor), csta::MonitorStart{csta::of_call(leg(kOther))}));
    EXPECT_TRUE(call_to_prove(user(Role::Supervisor), csta::ClearCall{leg(kOther)}));
}

TEST(Rights, OfAMonitorThatFollowsCallsTakeASupervisor) {
    const csta::MonitorStart via{csta::via_device(kOwn)};
    EXPECT_TRUE(denial_of(user(Role::Agent), via));
    EXPECT_FALSE(denial_of(user(Role::Supervisor), via));
}

TEST(Rights, OfRouteingAreThoseOfControl) {
    EXPECT_TRUE(denial_of(user(Role::Supervisor), csta::MonitorStart{csta::routeing("5001")}));
    EXPECT_TRUE(denial_of(user(Role::Supervisor), csta::MonitorStart{csta::routeing("")}));
    EXPECT_FALSE(denial_of(user(Role::Agent), csta::MonitorStart{csta::routeing(kOwn)}));
}

TEST(Rights, OfAgentIdsAreTheirOwn) {
    csta::SetAgentState log_in;
    log_in.device = kOwn;
    log_in.agent_id = "2001";
    EXPECT_FALSE(denial_of(user(Role::Agent), log_in));
    log_in.agent_id = "2002";
    EXPECT_TRUE(denial_of(user(Role::Supervisor), log_in));
}

TEST(Rights, NeverControlTheLegOfATrunk) {
    csta::ClearConnection clear{{7, kOwn, true}, {}};
    EXPECT_TRUE(denial_of(user(Role::Agent), clear));
}

/// Built step by step: an optimised build takes nested braces for something uninitialised.
csta::CallParty party(const csta::Connection& connection) {
    csta::CallParty made;
    made.connection = connection;
    return made;
}

TEST(Rights, AreProvenByAnOwnPartyOnly) {
    csta::Connection trunk = leg(kOwn);
    trunk.dynamic = true;
    csta::CallSnapshot call;
    call.parties.push_back(party(leg(kOther)));
    call.parties.push_back(party(trunk));
    EXPECT_FALSE(takes_part(user(Role::Agent), call)) << "a trunk that is called like his telephone";
    call.parties.push_back(party(leg(kOwn)));
    EXPECT_TRUE(takes_part(user(Role::Agent), call));
}

}  // namespace
}  // namespace ctiengine::rights
