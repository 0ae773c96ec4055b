// Every service, asked by every kind of user for an own and for another's telephone.
#include "common/rights/rights.hpp"

#include <gtest/gtest.h>

#include <set>

namespace ctiengine::rights {
namespace {

using identity::Role;

const std::string kOwn = "4001";
const std::string kOther = "4002";

identity::Rights user(Role role) {
    return {role, {kOwn}, {"2001"}};
}

csta::Connection leg(const std::string& device, std::uint32_t call = 7) {
    return {call, device};
}

/// What an agent may not do to another's telephone, and a supervisor may or may not.
struct Row {
    const char* name;
    csta::Request (*at)(const std::string& device);
    bool agent_own = true;
    bool agent_other = false;
    bool supervisor_other = false;
    bool proves_call = false;  ///< an agent has to be in the call
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

const std::vector<Row>& rows() {
    using D = const std::string&;
    static const std::vector<Row> all = {
        {"MonitorStart", [](D d) -> csta::Request { return csta::MonitorStart{csta::at_device(d)}; }, true,
         false, true},
        {"MonitorStop", [](D d) -> csta::Request { return csta::MonitorStop{csta::at_device(d)}; }, true,
         true, true},
        {"SnapshotDevice", [](D d) -> csta::Request { return csta::SnapshotDevice{d}; }, true, false, true},
        {"SnapshotCall", [](D d) -> csta::Request { return csta::SnapshotCall{leg(d)}; }, true, true, true,
         true},
        {"MakeCall",
         [](D d) -> csta::Request {
             return csta::MakeCall{d, "4009", {}, {}};
         }},
        {"AnswerCall", [](D d) -> csta::Request { return csta::AnswerCall{leg(d)}; }},
        {"ClearConnection",
         [](D d) -> csta::Request {
             return csta::ClearConnection{leg(d), {}};
         }},
        {"ClearCall", [](D d) -> csta::Request { return csta::ClearCall{leg(d)}; }, true, true, true, true},
        {"HoldCall", [](D d) -> csta::Request { return csta::HoldCall{leg(d)}; }},
        {"RetrieveCall", [](D d) -> csta::Request { return csta::RetrieveCall{leg(d)}; }},
        {"AlternateCall",
         [](D d) -> csta::Request {
             return csta::AlternateCall{leg(kOwn), leg(d)};
         }},
        {"ReconnectCall",
         [](D d) -> csta::Request {
             return csta::ReconnectCall{leg(d), leg(kOwn), {}};
         }},
        {"ConsultationCall",
         [](D d) -> csta::Request {
             return csta::ConsultationCall{leg(d), "4009", {}, {}};
         }},
        {"TransferCall",
         [](D d) -> csta::Request {
             return csta::TransferCall{leg(kOwn), leg(d)};
         }},
        {"ConferenceCall",
         [](D d) -> csta::Request {
             return csta::ConferenceCall{leg(d), leg(kOwn)};
         }},
        {"SetAgentState",
         [](D d) -> csta::Request {
             csta::SetAgentState set;
             set.device = d;
             return set;
         }},
        {"QueryAgentState",
         [](D d) -> csta::Request {
             return csta::QueryAgentState{d, {}};
         },
         true, false, true},
        {"RequestSystemStatus", [](D) -> csta::Request { return csta::RequestSystemStatus{}; }, true, true,
         true},
        {"QueryUcid", [](D d) -> csta::Request { return csta::QueryUcid{leg(d)}; }, true, true, true, true},
        {"SingleStepConference",
         [](D d) -> csta::Request {
             return csta::SingleStepConferenceCall{leg(kOwn), d};
         },
         true, false, false, true},
        {"SingleStepTransfer",
         [](D d) -> csta::Request {
             return csta::SingleStepTransferCall{leg(d), "4009"};
         },
         true, false, false, true},
        {"DeflectCall",
         [](D d) -> csta::Request {
             return csta::DeflectCall{leg(d), "4009"};
         }},
        {"PickupCall",
         [](D d) -> csta::Request {
             return csta::PickupCall{leg(d), kOwn};
         }},
        {"MakePredictiveCall",
         [](D d) -> csta::Request {
             csta::MakePredictiveCall call;
             call.calling = d;
             return call;
         }},
        {"GenerateDigits",
         [](D d) -> csta::Request {
             return csta::GenerateDigits{leg(d), "1"};
         },
         true, false, false, true},
        {"SelectiveListening",
         [](D d) -> csta::Request {
             csta::SelectiveListening hold;
             hold.subject = leg(d);
             return hold;
         },
         true, false, false, true},
        {"SetForwarding",
         [](D d) -> csta::Request {
             csta::SetForwarding set;
             set.device = d;
             return set;
         }},
        {"QueryForwarding", [](D d) -> csta::Request { return csta::QueryForwarding{d}; }, true, false, true},
        {"SetDoNotDisturb", [](D d) -> csta::Request { return csta::SetDoNotDisturb{d}; }},
        {"QueryDoNotDisturb", [](D d) -> csta::Request { return csta::QueryDoNotDisturb{d}; }, true, false,
         true},
        {"SetMessageWaiting", [](D d) -> csta::Request { return csta::SetMessageWaiting{d}; }},
        {"QueryMessageWaiting", [](D d) -> csta::Request { return csta::QueryMessageWaiting{d}; }, true,
         false, true},
        {"QueryLastNumber", [](D d) -> csta::Request { return csta::QueryLastNumber{d}; }, true, false, true},
        {"QueryDeviceInfo", [](D d) -> csta::Request { return csta::QueryDeviceInfo{d}; }, true, true, true},
        {"QueryDeviceName", [](D d) -> csta::Request { return csta::QueryDeviceName{d}; }, true, true, true},
        {"QueryStationStatus", [](D d) -> csta::Request { return csta::QueryStationStatus{d}; }, true, false,
         true},
        {"QueryAcdSplit", [](D d) -> csta::Request { return csta::QueryAcdSplit{d}; }, true, true, true},
        {"QueryAgentLogin", [](D d) -> csta::Request { return csta::QueryAgentLogin{d}; }, false, false,
         true},
        {"QueryTimeOfDay", [](D) -> csta::Request { return csta::QueryTimeOfDay{}; }, true, true, true},
        {"GetDeviceList", [](D) -> csta::Request { return csta::GetDeviceList{}; }, false, false, true},
        {"GetApiCaps", [](D) -> csta::Request { return csta::GetApiCaps{}; }, true, true, true},
        {"RouteSelect",
         [](D d) -> csta::Request {
             csta::RouteSelect select;
             select.routeing_device = d;
             return select;
         }},
        {"RouteEnd",
         [](D d) -> csta::Request {
             csta::RouteEnd end;
             end.routeing_device = d;
             return end;
         }},
    };
    return all;
}

TEST(Rights, HaveARowForEveryService) {
    std::set<std::size_t> seen;
    for (const auto& row : rows()) seen.insert(row.at(kOwn).index());
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

INSTANTIATE_TEST_SUITE_P(Services, RightsOfService, ::testing::ValuesIn(rows()), [](const auto& row) {
    return row.param.name;
});

TEST(Rights, OfNobodyAreNone) {
    for (const auto& row : rows()) {
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

TEST(Rights, AreProvenByAnOwnPartyOnly) {
    csta::CallSnapshot call;
    call.parties.push_back({{}, leg(kOther), {}});
    call.parties.push_back({{}, {7, kOwn, true}, {}});
    EXPECT_FALSE(takes_part(user(Role::Agent), call)) << "a trunk that is called like his telephone";
    call.parties.push_back({{}, leg(kOwn), {}});
    EXPECT_TRUE(takes_part(user(Role::Agent), call));
}

}  // namespace
}  // namespace ctiengine::rights
