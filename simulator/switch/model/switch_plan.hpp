#pragma once

#include "simulator/switch/model/acd_plan.hpp"
#include "simulator/switch/model/party.hpp"
#include "simulator/switch/model/profile.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::simulator {

struct StationPlan {
    std::string extension;
    std::string name;
    int appearances = 3;       ///< calls it can have at a time, 1 to 10
    int coverage_path{};       ///< 0: none
    std::string bridged_to{};  ///< the station whose calls this one shows too; empty: none
};

/// Where calls go that a station does not take.
struct CoveragePathPlan {
    int number = 0;                   ///< 1 to 9999
    std::vector<std::string> points;  ///< dialled numbers; the first that can take the call gets it
    bool busy = true;                 ///< criteria
    bool no_answer = true;
    bool all = false;  ///< every call, without ringing
    int rings = 2;     ///< before no answer counts, 1 to 99
};

struct AgentPlan {
    std::string agent_id;
    std::string name;
    std::string password;
    std::vector<std::string> skills{};  ///< extensions of skills
};

struct TrunkGroupPlan {
    int number = 0;           ///< 1 to 2000
    std::string access_code;  ///< dialled before an outside number, e.g. "9"
    int members = 30;         ///< circuits, 1 to 1000
    bool isdn = true;         ///< false: reports the seizure only (NETWORK_REACHED)
};

/// What the other end of an outgoing trunk call does.
struct FarEndPlan {
    enum class Behaviour { Answer, NoAnswer, Busy, Congestion, Invalid, Machine };  // a machine answers
    std::string dialled = "*";  ///< the number without access code; a final * stands for any rest
    Behaviour behaviour = Behaviour::Answer;
    std::chrono::milliseconds alert_after{0};                ///< until it rings, or until the failure
    std::chrono::milliseconds answer_after{1000};            ///< from ringing to answer
    std::optional<std::chrono::milliseconds> hang_up_after;  ///< from answer; never without
};

/// The switch as built: what exists and how it behaves. Made from a plan file, never changed later.
struct SwitchPlan {
    std::string name = "CM1";
    int ucid_node = 1;  ///< first five digits of a UCID, 1 to 32767
    CallId first_call = 201;
    /// A ringing station: the caller gives up after this time; without: never.
    std::optional<std::chrono::milliseconds> caller_patience;
    int call_classifiers = 0;              ///< ports that tell what answers a predictive call
    std::chrono::milliseconds ring{4000};  ///< length of one ring
    int forward_rings = 3;                 ///< before forwarding on no answer
    std::vector<StationPlan> stations;
    std::vector<CoveragePathPlan> coverage_paths;
    std::vector<AgentPlan> agents;
    std::vector<TrunkGroupPlan> trunk_groups;
    std::vector<FarEndPlan> far_ends;  ///< first match counts
    std::vector<VdnPlan> vdns;
    std::vector<VectorPlan> vectors;
    std::vector<SkillPlan> skills;
    Profile profile;
};

}  // namespace ctiengine::simulator
