#include "simulator/switch/plan/call_centre_plan.hpp"

#include <algorithm>
#include <map>

namespace ctiengine::simulator {
namespace {

using std::chrono::milliseconds;
using Kind = VectorStep::Kind;
constexpr int kDayMs = 24 * 60 * 60 * 1000;
constexpr std::size_t kMaxName = 27;

std::string extension_of(JsonSection& section) {
    const auto extension = section.text("extension");
    const bool digits = extension.find_first_not_of("0123456789") == std::string::npos;
    if (extension.empty() || !digits || extension.size() > 13) {
        section.fail("extension", "must be 1 to 13 digits");
    }
    return extension;
}

std::string name_of(JsonSection& section) {
    auto name = section.text("name", "");
    if (name.size() > kMaxName) section.fail("name", "must have at most 27 characters");
    return name;
}

void read_skills(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("skills")) {
        SkillPlan skill;
        skill.extension = extension_of(section);
        skill.name = name_of(section);
        skill.redirect_after = milliseconds(section.number("redirectAfterMs", 0, kDayMs, 0));
        skill.queue_limit = section.number("queueLimit", 0, 999, skill.queue_limit);
        skill.vector_controlled = section.flag("vectorControlled", skill.vector_controlled);
        section.done();
        into.skills.push_back(skill);
    }
}

int priority_of(JsonSection& section) {
    static const std::map<std::string, int> kNames{{"low", 1}, {"medium", 2}, {"high", 3}, {"top", 4}};
    const auto found = kNames.find(section.text("priority", "medium"));
    if (found == kNames.end()) section.fail("priority", "must be low, medium, high or top");
    return found->second;
}

Kind kind_of(JsonSection& section) {
    static const std::map<std::string, Kind> kNames{{"announce", Kind::Announce},
                                                    {"collect", Kind::Collect},
                                                    {"queueToSkill", Kind::QueueToSkill},
                                                    {"routeTo", Kind::RouteTo},
                                                    {"routeRequest", Kind::RouteRequest},
                                                    {"wait", Kind::Wait},
                                                    {"busy", Kind::Busy},
                                                    {"disconnect", Kind::Disconnect},
                                                    {"stop", Kind::Stop}};
    const auto found = kNames.find(section.text("do"));
    if (found == kNames.end()) {
        section.fail(
            "do",
            "must be announce, collect, queueToSkill, routeTo, routeRequest, wait, busy, disconnect or stop"
        );
    }
    return found->second;
}

VectorStep step_of(JsonSection& section) {
    VectorStep step;
    step.kind = kind_of(section);
    switch (step.kind) {
        case Kind::Announce:
        case Kind::Wait: step.time = milliseconds(section.number("ms", 0, kDayMs)); break;
        case Kind::Collect:
            step.digits = section.number("digits", 1, ATT_MAX_USER_CODE - 1);
            step.time = milliseconds(section.number("timeoutMs", 0, kDayMs, 10'000));
            break;
        case Kind::QueueToSkill:
            step.target = section.text("skill");
            step.priority = priority_of(section);
            break;
        case Kind::RouteTo: step.target = section.text("number"); break;
        default: break;
    }
    section.done();
    return step;
}

void read_vectors(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("vectors")) {
        VectorPlan vector{section.text("name"), {}};
        for (auto& step : section.list("steps")) vector.steps.push_back(step_of(step));
        section.done();
        into.vectors.push_back(std::move(vector));
    }
}

void read_vdns(JsonSection& plan, SwitchPlan& into) {
    for (auto& section : plan.list("vdns")) {
        VdnPlan vdn;
        vdn.extension = extension_of(section);
        vdn.name = name_of(section);
        vdn.vector = section.text("vector");
        section.done();
        into.vdns.push_back(std::move(vdn));
    }
}

bool has_skill(const SwitchPlan& plan, const std::string& extension) {
    return std::any_of(plan.skills.begin(), plan.skills.end(), [&](const auto& skill) {
        return skill.extension == extension;
    });
}

}  // namespace

void read_call_centre(JsonSection& plan, SwitchPlan& into) {
    read_skills(plan, into);
    read_vectors(plan, into);
    read_vdns(plan, into);
}

void check_call_centre(const JsonSection& plan, const SwitchPlan& read) {
    for (const auto& vdn : read.vdns) {
        const auto count = std::count_if(read.vectors.begin(), read.vectors.end(), [&](const auto& vector) {
            return vector.name == vdn.vector;
        });
        if (count != 1) plan.fail("vdns", "names vector '" + vdn.vector + "', which must be there once");
    }
    for (const auto& vector : read.vectors) {
        for (const auto& step : vector.steps) {
            if (step.kind != Kind::QueueToSkill || has_skill(read, step.target)) continue;
            plan.fail("vectors", "names skill '" + step.target + "', which is not in skills");
        }
    }
    for (const auto& agent : read.agents) {
        for (const auto& skill : agent.skills) {
            if (!has_skill(read, skill))
                plan.fail("agents", "names skill '" + skill + "', which is not in skills");
        }
    }
}

}  // namespace ctiengine::simulator
