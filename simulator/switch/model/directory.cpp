#include "simulator/switch/model/directory.hpp"

#include <algorithm>

namespace ctiengine::simulator {
namespace {

bool all_dialable(std::string_view digits) {
    return digits.find_first_not_of("0123456789*#") == std::string_view::npos;
}

bool matches(std::string_view pattern, std::string_view number) {
    if (!pattern.empty() && pattern.back() == '*') {
        return number.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
    }
    return pattern == number;
}

}  // namespace

std::optional<TrunkLine> TrunkGroup::seize() {
    for (int member = 1; member <= plan_.members; ++member) {
        if (taken_.insert(member).second) return TrunkLine{plan_.number, member};
    }
    return std::nullopt;
}

Directory::Directory(const SwitchPlan& plan) : far_ends_(plan.far_ends) {
    for (const auto& station : plan.stations) stations_.emplace(station.extension, station);
    for (const auto& path : plan.coverage_paths) coverage_paths_.emplace(path.number, path);
    for (const auto& agent : plan.agents) agents_.emplace(agent.agent_id, agent);
    for (const auto& group : plan.trunk_groups) trunk_groups_.emplace(group.number, group);
    for (const auto& vdn : plan.vdns) vdns_.emplace(vdn.extension, vdn);
    for (const auto& vector : plan.vectors) vectors_.emplace(vector.name, vector);
    for (const auto& skill : plan.skills) skills_.emplace(skill.extension, skill);
}

const StationPlan* Directory::station(std::string_view extension) const {
    const auto found = stations_.find(extension);
    return found == stations_.end() ? nullptr : &found->second;
}

const AgentPlan* Directory::agent(std::string_view agent_id) const {
    const auto found = agents_.find(agent_id);
    return found == agents_.end() ? nullptr : &found->second;
}

const VdnPlan* Directory::vdn(std::string_view extension) const {
    const auto found = vdns_.find(extension);
    return found == vdns_.end() ? nullptr : &found->second;
}

const SkillPlan* Directory::skill(std::string_view extension) const {
    const auto found = skills_.find(extension);
    return found == skills_.end() ? nullptr : &found->second;
}

const VectorPlan* Directory::vector(std::string_view name) const {
    const auto found = vectors_.find(name);
    return found == vectors_.end() ? nullptr : &found->second;
}

const CoveragePathPlan* Directory::coverage(int number) const {
    const auto found = coverage_paths_.find(number);
    return found == coverage_paths_.end() ? nullptr : &found->second;
}

TrunkGroup* Directory::trunk_group(int number) {
    const auto found = trunk_groups_.find(number);
    return found == trunk_groups_.end() ? nullptr : &found->second;
}

TrunkGroup* Directory::first_trunk_group() {
    return trunk_groups_.empty() ? nullptr : &trunk_groups_.begin()->second;
}

Destination Directory::resolve(std::string_view digits, std::string_view dest_route) {
    Destination found;
    const std::string dialled = std::string(dest_route) + std::string(digits);
    if (dialled.empty()) return found;
    found.station = station(dialled);
    found.agent = agent(dialled);
    found.vdn = vdn(dialled);
    found.skill = skill(dialled);
    if (found.skill != nullptr && found.skill->vector_controlled) found.skill = nullptr;
    if (found.station != nullptr) {
        found.kind = Destination::Kind::Station;
    } else if (found.agent != nullptr) {
        found.kind = Destination::Kind::Agent;
    } else if (found.vdn != nullptr) {
        found.kind = Destination::Kind::Vdn;
    } else if (found.skill != nullptr) {
        found.kind = Destination::Kind::Skill;
    } else if (all_dialable(dialled)) {
        for (auto& [number, group] : trunk_groups_) {
            const auto& code = group.plan().access_code;
            if (code.empty() || !dialled.starts_with(code) || dialled.size() == code.size()) continue;
            found.kind = Destination::Kind::Outside;
            found.trunk_group = &group;
            found.outside_number = dialled.substr(code.size());
            break;
        }
    }
    return found;
}

FarEndPlan Directory::far_end(std::string_view outside_number) const {
    const auto found = std::find_if(far_ends_.begin(), far_ends_.end(), [&](const auto& plan) {
        return matches(plan.dialled, outside_number);
    });
    return found == far_ends_.end() ? FarEndPlan{} : *found;
}

void Directory::release(const TrunkLine& line) {
    if (auto* group = trunk_group(line.group)) group->release(line.member);
}

}  // namespace ctiengine::simulator
