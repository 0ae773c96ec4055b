#pragma once

#include "simulator/switch/model/switch_plan.hpp"

#include <string>
#include <vector>

namespace ctiengine::simulator {

/// A way in for TSAPI programs; each stands for one AES.
struct TlinkPlan {
    std::string name;  ///< vendor#switch#service#server, at most 48 characters
    int port = 0;      ///< 0: any
};

/// Who may open a stream.
struct UserPlan {
    std::string login;
    std::string password;
};

/// Everything switch-sim needs to know.
struct SimulatorPlan {
    SwitchPlan switch_plan;
    std::vector<TlinkPlan> tlinks;
    std::vector<UserPlan> users;
    bool manual_clock = false;    ///< time moves by `ctisim advance` only
    int lowest_private_data = 2;  ///< versions of Avaya private data on offer
    int highest_private_data = 9;
};

/// Reads a plan file and the profile it names (a path relative to the plan). Throws PlanError.
SimulatorPlan load_plan(const std::string& path);

/// Reads a plan from text; `origin` names it in errors, profiles are looked up beside it.
SimulatorPlan parse_plan(const std::string& text, const std::string& origin);

/// Reads a profile. Throws PlanError.
Profile load_profile(const std::string& path);
Profile parse_profile(const std::string& text, const std::string& origin);

/// The whole file. Throws PlanError.
std::string read_plan_file(const std::string& path);

}  // namespace ctiengine::simulator
