#include "simulator/switch/plan/simulator_plan.hpp"

#include "simulator/switch/plan/call_centre_plan.hpp"
#include "simulator/switch/plan/json_section.hpp"
#include "tsapi-worker/tsapi/abi/acs_types.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

namespace ctiengine::simulator {
namespace {

using std::chrono::milliseconds;
constexpr int kDayMs = 24 * 60 * 60 * 1000;
constexpr std::size_t kMaxNumber = 24;
constexpr int kMaxCoveragePath = 9999;

bool is_digits(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// "4001-4200" becomes its numbers, of equal length; a single number becomes itself.
std::vector<std::string> numbers_in(JsonSection& section, const std::string& key) {
    const auto text = section.text(key);
    const auto dash = text.find('-');
    const auto first = text.substr(0, dash);
    const auto last = dash == std::string::npos ? first : text.substr(dash + 1);
    constexpr unsigned long kMostAtOnce = 10'000;
    if (!is_digits(first) || !is_digits(last) || first.size() != last.size() || first.size() > 13) {
        section.fail(key, "must be digits like 4001, or a range of equal length like 4001-4200");
    }
    const auto low = std::stoul(first);
    const auto high = std::stoul(last);
    if (high < low || high - low >= kMostAtOnce) {
        section.fail(key, "must be a rising range of at most 10000 numbers");
    }
    std::vector<std::string> numbers;
    for (auto number = low; number <= high; ++number) {
        auto digits = std::to_string(number);
        numbers.push_back(std::string(first.size() - digits.size(), '0') + digits);
    }
    return numbers;
}

std::optional<milliseconds> optional_time(JsonSection& section, const std::string& key) {
    if (!section.has(key)) return std::nullopt;
    return milliseconds(section.number(key, 0, kDayMs));
}

std::string name_for(JsonSection& section, const std::string& number, bool many) {
    constexpr std::size_t kMaxName = 27;
    auto name = section.text("name", "");
    if (name.size() > kMaxName) section.fail("name", "must have at most 27 characters");
    return many && !name.empty() ? name + " " + number : name;
}

void read_stations(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("stations")) {
        const auto numbers = numbers_in(section, "extension");
        const int appearances = section.number("appearances", 1, 10, 3);
        const int coverage = section.number("coveragePath", 1, kMaxCoveragePath, 0);
        const auto bridged_to = section.text("bridgedTo", "");
        for (const auto& number : numbers) {
            into.stations.push_back(
                {number, name_for(section, number, numbers.size() > 1), appearances, coverage, bridged_to}
            );
        }
        section.done();
    }
}

void check_bridges(JsonSection& plan, const SwitchPlan& built) {
    const auto& stations = built.stations;
    for (const auto& station : stations) {
        const auto& principal = station.bridged_to;
        if (principal.empty()) continue;
        const bool exists = std::any_of(stations.begin(), stations.end(), [&principal](const auto& other) {
            return other.extension == principal;
        });
        if (exists && principal != station.extension) continue;
        plan.fail(
            "stations", station.extension + " must be bridgedTo another station, not '" + principal + "'"
        );
    }
}

void read_coverage_paths(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("coveragePaths")) {
        CoveragePathPlan path;
        path.number = section.number("number", 1, kMaxCoveragePath);
        path.points = section.texts("points");
        path.busy = section.flag("busy", path.busy);
        path.no_answer = section.flag("noAnswer", path.no_answer);
        path.all = section.flag("all", path.all);
        path.rings = section.number("rings", 1, 99, path.rings);
        if (path.points.empty()) section.fail("points", "must hold at least one number");
        section.done();
        into.coverage_paths.push_back(path);
    }
}

void check_coverage(const JsonSection& plan, const SwitchPlan& read) {
    std::map<int, bool> paths;
    for (const auto& path : read.coverage_paths) {
        if (!paths.emplace(path.number, true).second) {
            plan.fail("coveragePaths", "holds path " + std::to_string(path.number) + " twice");
        }
    }
    for (const auto& station : read.stations) {
        if (station.coverage_path != 0 && paths.count(station.coverage_path) == 0) {
            plan.fail(
                "stations",
                "names coverage path " + std::to_string(station.coverage_path) + ", which does not exist"
            );
        }
    }
}

void read_agents(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("agents")) {
        const auto numbers = numbers_in(section, "agentId");
        const auto password = section.text("password", "");
        if (password.size() > 8) section.fail("password", "must have at most 8 characters");
        const auto skills = section.texts("skills");
        for (const auto& number : numbers) {
            into.agents.push_back({number, name_for(section, number, numbers.size() > 1), password, skills});
        }
        section.done();
    }
}

void read_trunk_groups(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("trunkGroups")) {
        TrunkGroupPlan group;
        group.number = section.number("number", 1, 2000);
        group.access_code = section.text("accessCode", "");
        group.members = section.number("members", 1, 1000, group.members);
        group.isdn = section.flag("isdn", group.isdn);
        if (group.access_code.size() > 4 ||
            group.access_code.find_first_not_of("0123456789*#") != std::string::npos) {
            section.fail("accessCode", "must be at most 4 of the characters 0-9 * #");
        }
        section.done();
        into.trunk_groups.push_back(group);
    }
}

FarEndPlan::Behaviour behaviour_of(JsonSection& section) {
    using Behaviour = FarEndPlan::Behaviour;
    static const std::map<std::string, Behaviour> kNames{
        {"answer", Behaviour::Answer},   {"noAnswer", Behaviour::NoAnswer},
        {"busy", Behaviour::Busy},       {"congestion", Behaviour::Congestion},
        {"invalid", Behaviour::Invalid}, {"machine", Behaviour::Machine}};
    const auto found = kNames.find(section.text("behaviour", "answer"));
    if (found == kNames.end()) {
        section.fail("behaviour", "must be answer, noAnswer, busy, congestion, invalid or machine");
    }
    return found->second;
}

void read_far_ends(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("farEnds")) {
        FarEndPlan far_end;
        far_end.dialled = section.text("dialled");
        if (far_end.dialled.empty() || far_end.dialled.size() > kMaxNumber) {
            section.fail("dialled", "must have 1 to 24 characters, the last may be *");
        }
        far_end.behaviour = behaviour_of(section);
        far_end.alert_after = milliseconds(section.number("alertAfterMs", 0, kDayMs, 0));
        const auto usual = static_cast<int>(far_end.answer_after.count());
        far_end.answer_after = milliseconds(section.number("answerAfterMs", 0, kDayMs, usual));
        far_end.hang_up_after = optional_time(section, "hangUpAfterMs");
        section.done();
        into.far_ends.push_back(far_end);
    }
}

/// Extensions, agent IDs and the access codes must not stand for two things.
void check_numbers(const JsonSection& plan, const SwitchPlan& read) {
    std::map<std::string, std::string> seen;
    const auto add = [&](const std::string& number, const char* key) {
        const auto [other, fresh] = seen.emplace(number, key);
        if (!fresh) plan.fail(key, "holds " + number + ", which stands in " + other->second + " already");
    };
    for (const auto& station : read.stations) add(station.extension, "stations");
    for (const auto& agent : read.agents) add(agent.agent_id, "agents");
    for (const auto& vdn : read.vdns) add(vdn.extension, "vdns");
    for (const auto& skill : read.skills) add(skill.extension, "skills");
    std::map<int, bool> groups;
    for (const auto& group : read.trunk_groups) {
        if (!groups.emplace(group.number, true).second) {
            plan.fail("trunkGroups", "holds group " + std::to_string(group.number) + " twice");
        }
        if (!group.access_code.empty()) add(group.access_code, "trunkGroups");
    }
    if (read.stations.empty()) plan.fail("stations", "must hold at least one station");
}

void read_switch(JsonSection& plan, SwitchPlan& into) {
    auto section = plan.section("switch");
    into.name = section.text("name", into.name);
    into.ucid_node = section.number("ucidNode", 1, 32767, into.ucid_node);
    into.first_call =
        static_cast<CallId>(section.number("firstCallId", 1, 16383, static_cast<int>(into.first_call)));
    into.caller_patience = optional_time(section, "callerPatienceMs");
    into.call_classifiers = section.number("callClassifiers", 0, 1000, into.call_classifiers);
    into.ring = milliseconds(section.number("ringMs", 1, kDayMs, static_cast<int>(into.ring.count())));
    into.forward_rings = section.number("forwardRings", 1, 99, into.forward_rings);
    section.done();
}

void read_tlinks(JsonSection& plan, SimulatorPlan& into) {
    for (auto& section : plan.list("tlinks")) {
        TlinkPlan tlink{section.text("name"), section.number("port", 0, 65535, 0)};
        if (tlink.name.empty() || tlink.name.size() > ACS_MAX_SERVICEID) {
            section.fail("name", "must have 1 to 48 characters");
        }
        section.done();
        into.tlinks.push_back(tlink);
    }
    if (into.tlinks.empty()) plan.fail("tlinks", "must hold at least one TLink");
}

void read_users(JsonSection& plan, SimulatorPlan& into) {
    for (auto& section : plan.list("users")) {
        into.users.push_back({section.text("login"), section.text("password")});
        section.done();
    }
    if (into.users.empty()) plan.fail("users", "must hold at least one user");
}

bool manual_clock(JsonSection& plan) {
    const auto clock = plan.text("clock", "real");
    if (clock != "real" && clock != "manual") plan.fail("clock", "must be real or manual");
    return clock == "manual";
}

void read_private_data(JsonSection& plan, SimulatorPlan& into) {
    auto section = plan.section("privateData");
    into.lowest_private_data = section.number("lowest", 2, 9, into.lowest_private_data);
    into.highest_private_data =
        section.number("highest", into.lowest_private_data, 9, into.highest_private_data);
    section.done();
}

Profile profile_beside(JsonSection& plan, const std::string& origin) {
    const auto path = std::filesystem::path(origin).parent_path() / plan.text("profile");
    try {
        return load_profile(path.string());
    } catch (const PlanError& wrong) {
        plan.fail("profile", std::string("names a file with a mistake: ") + wrong.what());
    }
}

}  // namespace

std::string read_plan_file(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf()))
        throw PlanError(path + ": cannot be read; check path and permissions");
    return text.str();
}

SimulatorPlan parse_plan(const std::string& text, const std::string& origin) {
    const auto json = parse_json(text, origin);
    JsonSection section(json, origin);
    SimulatorPlan plan;
    if (section.has("profile")) plan.switch_plan.profile = profile_beside(section, origin);
    read_switch(section, plan.switch_plan);
    read_stations(section, plan.switch_plan);
    read_coverage_paths(section, plan.switch_plan);
    read_agents(section, plan.switch_plan);
    read_trunk_groups(section, plan.switch_plan);
    read_far_ends(section, plan.switch_plan);
    read_call_centre(section, plan.switch_plan);
    read_tlinks(section, plan);
    read_users(section, plan);
    read_private_data(section, plan);
    plan.manual_clock = manual_clock(section);
    section.text("comment", "");
    section.done();
    check_numbers(section, plan.switch_plan);
    check_coverage(section, plan.switch_plan);
    check_bridges(section, plan.switch_plan);
    check_call_centre(section, plan.switch_plan);
    return plan;
}

SimulatorPlan load_plan(const std::string& path) {
    return parse_plan(read_plan_file(path), path);
}

}  // namespace ctiengine::simulator
