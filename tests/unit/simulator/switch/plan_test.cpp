#include "simulator/switch/plan/json_section.hpp"
#include "simulator/switch/plan/simulator_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::simulator {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// The smallest plan there is, with `more` keys in it.
std::string plan_text(const std::string& more = "") {
    return R"({"stations": [{"extension": "4001"}], "tlinks": [{"name": "A#B#CSTA#C"}],
               "users": [{"login": "u", "password": "p"}])" +
           (more.empty() ? "" : ", " + more) + "}";
}

TEST(SimulatorPlan, FillsInWhatIsNotGiven) {
    const auto plan = parse_plan(plan_text(), "small.json");
    ASSERT_EQ(plan.switch_plan.stations.size(), 1U);
    EXPECT_EQ(plan.switch_plan.stations[0].appearances, 3);
    EXPECT_FALSE(plan.manual_clock);
    EXPECT_EQ(plan.highest_private_data, 9);
    EXPECT_EQ(plan.switch_plan.caller_patience, std::nullopt);
}

TEST(SimulatorPlan, ReadsEveryKey) {
    const auto plan = parse_plan(
        R"({"comment": "all", "clock": "manual", "privateData": {"lowest": 4, "highest": 8},
            "switch": {"name": "X", "ucidNode": 7, "firstCallId": 100, "callerPatienceMs": 30000},
            "stations": [{"extension": "0098-0101", "name": "Desk", "appearances": 2},
                         {"extension": "0102", "bridgedTo": "0101"}],
            "agents": [{"agentId": "2001", "name": "Ann", "password": "1234"}],
            "trunkGroups": [{"number": 3, "accessCode": "*7", "members": 5, "isdn": false}],
            "farEnds": [{"dialled": "1*", "behaviour": "busy", "alertAfterMs": 5, "answerAfterMs": 6, "hangUpAfterMs": 7}],
            "tlinks": [{"name": "A#B#CSTA#C", "port": 1050}], "users": [{"login": "u", "password": "p"}]})",
        "all.json"
    );
    const auto& built = plan.switch_plan;
    EXPECT_TRUE(plan.manual_clock);
    EXPECT_EQ(plan.lowest_private_data, 4);
    EXPECT_EQ(plan.highest_private_data, 8);
    EXPECT_EQ(built.name, "X");
    EXPECT_EQ(built.ucid_node, 7);
    EXPECT_EQ(built.first_call, 100U);
    EXPECT_EQ(built.caller_patience, std::chrono::seconds(30));
    ASSERT_EQ(built.stations.size(), 5U);
    EXPECT_EQ(built.stations[4].bridged_to, "0101");
    EXPECT_EQ(built.stations[1].extension, "0099");
    EXPECT_EQ(built.stations[1].name, "Desk 0099");
    EXPECT_EQ(built.stations[1].appearances, 2);
    EXPECT_EQ(built.agents.at(0).password, "1234");
    EXPECT_EQ(built.trunk_groups.at(0).access_code, "*7");
    EXPECT_FALSE(built.trunk_groups.at(0).isdn);
    EXPECT_EQ(built.far_ends.at(0).behaviour, FarEndPlan::Behaviour::Busy);
    EXPECT_EQ(built.far_ends.at(0).hang_up_after, std::chrono::milliseconds(7));
    EXPECT_EQ(plan.tlinks.at(0).port, 1050);
}

TEST(SimulatorPlan, ReadsVdnsVectorsAndSkills) {
    const auto plan = parse_plan(
        plan_text(
            R"("agents": [{"agentId": "2001", "skills": ["50", "51"]}],
               "skills": [{"extension": "50", "name": "Sales", "redirectAfterMs": 9000, "queueLimit": 3},
                          {"extension": "51", "vectorControlled": false}],
               "vectors": [{"name": "v", "steps": [
                   {"do": "announce", "ms": 1}, {"do": "collect", "digits": 4, "timeoutMs": 7000},
                   {"do": "queueToSkill", "skill": "50", "priority": "top"}, {"do": "wait", "ms": 5},
                   {"do": "routeRequest"}, {"do": "routeTo", "number": "4001"}, {"do": "busy"},
                   {"do": "disconnect"}, {"do": "stop"}]}],
               "vdns": [{"extension": "60", "name": "Line", "vector": "v"}])"
        ),
        "centre.json"
    );
    const auto& built = plan.switch_plan;
    EXPECT_EQ(built.agents.at(0).skills, (std::vector<std::string>{"50", "51"}));
    EXPECT_EQ(built.skills.at(0).redirect_after, std::chrono::seconds(9));
    EXPECT_EQ(built.skills.at(0).queue_limit, 3);
    EXPECT_FALSE(built.skills.at(1).vector_controlled);
    EXPECT_EQ(built.vdns.at(0).vector, "v");
    const auto& steps = built.vectors.at(0).steps;
    ASSERT_EQ(steps.size(), 9U);
    EXPECT_EQ(steps[1].digits, 4);
    EXPECT_EQ(steps[1].time, std::chrono::seconds(7));
    EXPECT_EQ(steps[2].target, "50");
    EXPECT_EQ(steps[2].priority, 4);
    EXPECT_EQ(steps[5].target, "4001");
    EXPECT_EQ(steps[8].kind, VectorStep::Kind::Stop);
}

struct BadPlan {
    const char* name;
    std::string text;
    const char* place;
    const char* rule;
};

class BadPlanTest : public testing::TestWithParam<BadPlan> {};

TEST_P(BadPlanTest, IsRefusedWithPlaceAndRule) {
    try {
        parse_plan(GetParam().text, "bad.json");
        FAIL() << "was accepted";
    } catch (const PlanError& error) {
        EXPECT_THAT(
            error.what(),
            AllOf(HasSubstr("bad.json"), HasSubstr(GetParam().place), HasSubstr(GetParam().rule))
        );
    }
}

INSTANTIATE_TEST_SUITE_P(
    SimulatorPlan,
    BadPlanTest,
    testing::Values(
        BadPlan{"NotJson", "{", "byte", "not JSON"},
        BadPlan{"NotAnObject", "[]", "bad.json", "object"},
        BadPlan{"UnknownKey", plan_text(R"("colour": 1)"), "'colour'", "unknown"},
        BadPlan{
            "NoStations", R"({"tlinks": [{"name": "A"}], "users": [{"login": "u", "password": "p"}]})",
            "'stations'", "at least one"},
        BadPlan{
            "BridgedToNobody", plan_text(R"("stations": [{"extension": "4001", "bridgedTo": "4777"}])"),
            "'stations'", "another station"},
        BadPlan{
            "BridgedToItself", plan_text(R"("stations": [{"extension": "4001", "bridgedTo": "4001"}])"),
            "'stations'", "another station"},
        BadPlan{"NoTlinks", R"({"stations": [{"extension": "1"}]})", "'tlinks'", "at least one"},
        BadPlan{
            "NoUsers", R"({"stations": [{"extension": "1"}], "tlinks": [{"name": "A"}]})", "'users'",
            "at least one"},
        BadPlan{"WrongType", plan_text(R"("clock": 1)"), "'clock'", "text"},
        BadPlan{"WrongWord", plan_text(R"("clock": "lunar")"), "'clock'", "real or manual"},
        BadPlan{"NotAList", plan_text(R"("agents": {})"), "'agents'", "list"},
        BadPlan{"FallingRange", plan_text(R"("agents": [{"agentId": "2002-2001"}])"), "agents[0]", "rising"},
        BadPlan{
            "UnequalRange", plan_text(R"("agents": [{"agentId": "99-101"}])"), "'agentId'", "equal length"},
        BadPlan{"NumberTaken", plan_text(R"("agents": [{"agentId": "4001"}])"), "4001", "already"},
        BadPlan{
            "GroupTwice", plan_text(R"("trunkGroups": [{"number": 1}, {"number": 1}])"), "'trunkGroups'",
            "twice"},
        BadPlan{
            "GroupTooHigh", plan_text(R"("trunkGroups": [{"number": 2001}])"), "trunkGroups[0]", "1 to 2000"},
        BadPlan{
            "BadAccessCode", plan_text(R"("trunkGroups": [{"number": 1, "accessCode": "x"}])"),
            "'accessCode'", "0-9"},
        BadPlan{
            "BadBehaviour", plan_text(R"("farEnds": [{"dialled": "1", "behaviour": "sing"}])"), "farEnds[0]",
            "congestion"},
        BadPlan{"MissingKey", plan_text(R"("farEnds": [{"behaviour": "busy"}])"), "'dialled'", "missing"},
        BadPlan{"Fraction", plan_text(R"("switch": {"ucidNode": 1.5})"), "switch", "whole number"},
        BadPlan{
            "NoSuchVector", plan_text(R"("vdns": [{"extension": "60", "vector": "v"}])"), "'vdns'",
            "vector 'v'"},
        BadPlan{
            "NoSuchSkill",
            plan_text(R"("vectors": [{"name": "v", "steps": [{"do": "queueToSkill", "skill": "9"}]}])"),
            "'vectors'", "skill '9'"},
        BadPlan{
            "AgentWithoutSkill", plan_text(R"("agents": [{"agentId": "1", "skills": ["9"]}])"), "'agents'",
            "skill '9'"},
        BadPlan{
            "BadStep", plan_text(R"("vectors": [{"name": "v", "steps": [{"do": "sing"}]}])"), "steps[0]",
            "disconnect"},
        BadPlan{
            "BadPriority",
            plan_text(
                R"("vectors": [{"name": "v", "steps": [{"do": "queueToSkill", "skill": "9", "priority": "x"}]}])"
            ),
            "'priority'", "medium"},
        BadPlan{
            "SkillsNoTexts", plan_text(R"("agents": [{"agentId": "1", "skills": [9]}])"), "'skills'",
            "texts"},
        BadPlan{"NoSuchProfile", plan_text(R"("profile": "nowhere.json")"), "nowhere.json", "cannot be read"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(SimulatorProfile, ChangesOneThingAtATime) {
    const auto profile = parse_profile(
        R"({"confirmation": "last", "causes": {"busy": 13}, "deviceIdTypes": {"station": 55},
            "agents": {"readyWorkMode": 4, "agentModeEvents": true}, "sendUcid": false, "refusals": {"userBusy": 32}})",
        "p.json"
    );
    EXPECT_EQ(profile.confirmation_order, Profile::ConfirmationOrder::Last);
    EXPECT_EQ(profile.causes.busy, EC_DEST_NOT_OBTAINABLE);
    EXPECT_EQ(profile.causes.delivered, EC_NEW_CALL);
    EXPECT_EQ(profile.number_types.station, EXPLICIT_PRIVATE_LOCAL_NUMBER);
    EXPECT_EQ(profile.agents.ready_mode, WM_MANUAL_IN);
    EXPECT_TRUE(profile.agents.mode_events);
    EXPECT_FALSE(profile.send_ucid);
    EXPECT_EQ(profile.refusals.failure(Denial::UserBusy), SERVICE_BUSY);
}

TEST(SimulatorProfile, RefusesWhatItDoesNotKnow) {
    EXPECT_THROW(parse_profile(R"({"refusals": {"mood": 1}})", "p.json"), PlanError);
    EXPECT_THROW(parse_profile(R"({"causes": {"mood": 1}})", "p.json"), PlanError);
    EXPECT_THROW(parse_profile(R"({"confirmation": "never"})", "p.json"), PlanError);
    EXPECT_THROW(parse_profile(R"({"agents": {"readyWorkMode": 9}})", "p.json"), PlanError);
}

TEST(SimulatorPlan, ShippedFilesAreGood) {
    const std::string folder = SIMULATOR_PLANS;
    EXPECT_EQ(load_plan(folder + "/demo.json").switch_plan.stations.size(), 10U);
    EXPECT_EQ(load_plan(folder + "/load.json").switch_plan.stations.size(), 200U);
    EXPECT_THROW(load_plan(folder + "/missing.json"), PlanError);
}

TEST(SimulatorPlan, DefaultProfileSaysWhatTheCodeDoes) {
    const auto file = load_profile(std::string(SIMULATOR_PLANS) + "/default-profile.json");
    const Profile code;
    EXPECT_EQ(file.confirmation_order, code.confirmation_order);
    EXPECT_EQ(file.causes.all_trunks_busy, code.causes.all_trunks_busy);
    EXPECT_EQ(file.causes.transferred, code.causes.transferred);
    EXPECT_EQ(file.number_types.outside, code.number_types.outside);
    EXPECT_EQ(file.agents.ready_mode, code.agents.ready_mode);
    EXPECT_EQ(file.clear_alerting_station, code.clear_alerting_station);
    EXPECT_EQ(file.monitors_end_on_link_loss, code.monitors_end_on_link_loss);
    EXPECT_EQ(file.open_while_link_down, code.open_while_link_down);
    for (const auto& row : refusal_rows())
        EXPECT_EQ(file.refusals.failure(row.denial), row.failure) << row.name;
}

}  // namespace
}  // namespace ctiengine::simulator
