#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::simulator {

/// One step of a vector. Which members count depends on `kind`.
struct VectorStep {
    enum class Kind {
        Announce,      ///< the caller hears something for `time`
        Collect,       ///< up to `digits` digits, waiting at most `time` for them
        QueueToSkill,  ///< queue at skill `target` with `priority`; the next step follows at once
        RouteTo,       ///< on to the number `target`; what cannot be reached leads to the next step
        RouteRequest,  ///< ask the program that registered for the VDN; steps with time are time to answer
        Wait,          ///< silence, music or ringback for `time`
        Busy,          ///< busy tone
        Disconnect,
        Stop  ///< queued calls wait on, others are dropped; also the end of every vector
    };
    Kind kind = Kind::Stop;
    std::string target{};
    std::chrono::milliseconds time{0};
    int digits = 0;    ///< 1 to 24
    int priority = 2;  ///< 1 low, 2 medium, 3 high, 4 top
};

/// What happens to calls of one or more VDNs.
struct VectorPlan {
    std::string name;
    std::vector<VectorStep> steps;
};

/// A number that leads to a vector.
struct VdnPlan {
    std::string extension;
    std::string name;
    std::string vector;  ///< name of a VectorPlan
};

/// A group of agents with a queue.
struct SkillPlan {
    std::string extension;
    std::string name;
    std::chrono::milliseconds redirect_after{0};  ///< a ringing agent loses the call; 0: never
    int queue_limit = 999;
    /// Calls come through vectors only, and nobody may monitor them at the skill. False: it can be dialled.
    bool vector_controlled = true;
};

}  // namespace ctiengine::simulator
