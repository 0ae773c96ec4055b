#pragma once

#include "simulator/switch/model/agent_desk.hpp"
#include "simulator/switch/model/skill_queue.hpp"

namespace ctiengine::simulator {

/// Numbers of a skill at one moment.
struct SkillLoad {
    int available_agents = 0;
    int calls_in_queue = 0;
    int agents_logged_in = 0;
};

/// Brings calls and agents together: who has waited longest gets the next call; a call that is not answered
/// in time goes back into the queue and its agent into AUX (tsapi: 7.4, 7.6).
class CallDistribution {
  public:
    CallDistribution(SwitchCore& core, AgentDesk& desk) : core_(core), desk_(desk) {}

    enum class Offer { Delivered, Queued, Refused };

    /// Gives the call to a free agent of the skill, or a place in its queue. Refused: the queue is full, or
    /// the call waits at three skills already.
    Offer offer(Call& call, const std::string& skill, int priority);

    /// A call that only this agent may take. Refused: the agent is logged out or has not that skill.
    Offer offer_to_agent(Call& call, const std::string& skill, const std::string& agent_id);

    /// The call is over or has gone elsewhere.
    void forget(CallId call) { queue_.leave(call); }

    /// An agent may have become free. Looks for calls once whatever happens now is over.
    void look_soon();

    [[nodiscard]] bool is_queued(CallId call) const { return queue_.holds(call); }
    [[nodiscard]] const SkillQueue& queue() const { return queue_; }
    [[nodiscard]] SkillLoad load(const std::string& skill) const;

    /// Stations of the agents who are logged in with that skill.
    [[nodiscard]] std::vector<std::string> stations_of(const std::string& skill) const;

    [[nodiscard]] bool has_skill(const std::string& agent_id, const std::string& skill) const;

  private:
    Offer queue_up(Call& call, QueuedCall place);
    void serve_free_agents();
    bool serve_one();
    void deliver(Call& call, const QueuedCall& place, const std::string& extension);
    void not_answered(std::uint64_t party, const QueuedCall& place);
    void report_queued(Call& call, const std::string& skill);
    [[nodiscard]] bool is_free(const AgentStatus& agent) const;

    /// Stations of free agents, the one that has waited longest first.
    [[nodiscard]] std::vector<AgentStatus> free_agents() const;

    static constexpr int kMaxSkillsPerCall = 3;

    SwitchCore& core_;
    AgentDesk& desk_;
    SkillQueue queue_;
    bool looking_ = false;
};

}  // namespace ctiengine::simulator
