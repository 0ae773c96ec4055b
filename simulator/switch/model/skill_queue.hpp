#pragma once

#include "simulator/switch/model/party.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ctiengine::simulator {

/// A call's place in the queue of one skill.
struct QueuedCall {
    CallId call = 0;
    std::string skill;
    int priority = 2;         ///< 1 low to 4 top
    std::uint64_t order = 0;  ///< when it came; given by SkillQueue
    std::string agent{};      ///< for a direct agent call: the only agent who may have it
    bool operator==(const QueuedCall&) const = default;
};

/// The calls that wait for agents, of all skills together: priority first, then age (tsapi: 7.4).
class SkillQueue {
  public:
    /// Takes the place; a call that has one at this skill gets the new priority and keeps its age. A place
    /// with an order (a call that comes back unanswered) keeps it.
    void enter(QueuedCall place);

    /// The order of a call that comes now.
    std::uint64_t next_order() { return ++last_order_; }

    /// Out of the queues of all skills.
    void leave(CallId call);

    [[nodiscard]] bool holds(CallId call) const;
    [[nodiscard]] bool holds(CallId call, const std::string& skill) const;

    /// Skills at which the call waits.
    [[nodiscard]] int places_of(CallId call) const;

    /// Calls waiting at the skill, direct agent calls not counted.
    [[nodiscard]] int count(const std::string& skill) const;

    /// The call that an agent with these skills gets next: calls for that agent alone come first.
    [[nodiscard]] std::optional<QueuedCall> next_for(
        const std::string& agent, const std::vector<std::string>& skills
    ) const;

    /// In the order of service.
    [[nodiscard]] const std::vector<QueuedCall>& all() const { return places_; }

  private:
    std::vector<QueuedCall> places_;
    std::uint64_t last_order_ = 0;
};

}  // namespace ctiengine::simulator
