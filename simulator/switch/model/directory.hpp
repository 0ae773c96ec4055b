#pragma once

#include "simulator/switch/model/switch_plan.hpp"

#include <map>
#include <set>
#include <string_view>

namespace ctiengine::simulator {

/// A trunk group and which of its circuits are taken.
class TrunkGroup {
  public:
    explicit TrunkGroup(const TrunkGroupPlan& plan) : plan_(plan) {}

    [[nodiscard]] const TrunkGroupPlan& plan() const { return plan_; }
    [[nodiscard]] int used() const { return static_cast<int>(taken_.size()); }
    [[nodiscard]] int idle() const { return plan_.members - used(); }

    /// The lowest free circuit; nullopt when all are taken.
    std::optional<TrunkLine> seize();
    void release(int member) { taken_.erase(member); }

  private:
    TrunkGroupPlan plan_;
    std::set<int> taken_;
};

/// Where dialled digits lead.
struct Destination {
    enum class Kind { Invalid, Station, Agent, Outside, Vdn, Skill };
    Kind kind = Kind::Invalid;
    const StationPlan* station = nullptr;
    const AgentPlan* agent = nullptr;  ///< the caller finds out where it is logged in
    const VdnPlan* vdn = nullptr;
    const SkillPlan* skill = nullptr;  ///< one that can be dialled
    TrunkGroup* trunk_group = nullptr;
    std::string outside_number;  ///< without access code
};

/// What exists: stations, agents, trunks, and the dial plan.
class Directory {
  public:
    explicit Directory(const SwitchPlan& plan);

    [[nodiscard]] const StationPlan* station(std::string_view extension) const;
    [[nodiscard]] const AgentPlan* agent(std::string_view agent_id) const;
    [[nodiscard]] const VdnPlan* vdn(std::string_view extension) const;
    [[nodiscard]] const SkillPlan* skill(std::string_view extension) const;
    [[nodiscard]] const VectorPlan* vector(std::string_view name) const;
    [[nodiscard]] TrunkGroup* trunk_group(int number);

    /// nullptr: none of that number.
    [[nodiscard]] const CoveragePathPlan* coverage(int number) const;

    /// The group with the lowest number; nullptr when there is none.
    [[nodiscard]] TrunkGroup* first_trunk_group();

    /// By exact extension, agent ID, or trunk access code followed by digits. `dest_route`, when given, is an
    /// access code that goes before the digits.
    [[nodiscard]] Destination resolve(std::string_view digits, std::string_view dest_route = {});

    /// What happens at the far end of an outside number.
    [[nodiscard]] FarEndPlan far_end(std::string_view outside_number) const;

    [[nodiscard]] const std::map<std::string, StationPlan, std::less<>>& stations() const {
        return stations_;
    }
    [[nodiscard]] const std::map<int, TrunkGroup>& trunk_groups() const { return trunk_groups_; }

    void release(const TrunkLine& line);

  private:
    std::map<std::string, StationPlan, std::less<>> stations_;
    std::map<std::string, AgentPlan, std::less<>> agents_;
    std::map<int, TrunkGroup> trunk_groups_;
    std::vector<FarEndPlan> far_ends_;
    std::map<int, CoveragePathPlan> coverage_paths_;
    std::map<std::string, VdnPlan, std::less<>> vdns_;
    std::map<std::string, VectorPlan, std::less<>> vectors_;
    std::map<std::string, SkillPlan, std::less<>> skills_;
};

}  // namespace ctiengine::simulator
