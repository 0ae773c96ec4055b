#pragma once
#include "common/csta/events.hpp"
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::telephony {

/// Agent states where Communication Manager sends no events: remembers what each agent's state was, says when
/// to look again, and makes an event only of a change. Pure logic; belongs to the telephony executor.
class AgentWatch {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    explicit AgentWatch(std::chrono::seconds poll) : poll_(poll) {}

    /// The device is watched now: look once whether somebody is logged in there.
    void look_at(const csta::Device& device, TimePoint now) { agents_[device].due = now; }

    /// Nobody watches the device any more.
    void forget(const csta::Device& device) { agents_.erase(device); }

    /// A SetAgentState of ours succeeded: look soon, and remember who logged in.
    void was_set(const csta::SetAgentState& request, TimePoint now);

    /// A call came to or left the device: talk state and pending changes may follow. Only for known agents.
    void call_changed(const csta::Device& device, TimePoint now);

    /// Devices to query now; each is returned once until answered() or failed().
    std::vector<csta::Device> due(TimePoint now);

    /// The answer to a query; returns the events of what changed.
    std::vector<csta::AgentEvent> answered(
        const csta::Device& device, const csta::AgentStateAnswer& state, TimePoint now
    );
    /// No answer. A device where no agent was seen is asked again only when the failure `may_pass`: not every
    /// station can have an agent.
    void failed(const csta::Device& device, TimePoint now, bool may_pass);

    /// A real event of the switch: true when it tells something new.
    bool heard(const csta::Device& device, const csta::AgentEvent& event);

    /// The last log-in seen at the device; empty = not known.
    std::string agent_id(const csta::Device& device) const;

  private:
    struct Agent {
        std::string agent_id;
        std::optional<csta::AgentStateAnswer> state;  ///< nothing = never seen
        std::optional<csta::AgentEvent::Kind> told;   ///< kind of the last event
        std::optional<TimePoint> due;
        bool asked = false;
    };
    csta::AgentEvent make_event(const csta::Device& device, const Agent& agent, csta::AgentEvent::Kind kind)
        const;

    std::chrono::seconds poll_;
    std::map<csta::Device, Agent> agents_;
};

/// The event that tells of this state; nothing for Null.
std::optional<csta::AgentEvent::Kind> kind_of(const csta::AgentStateAnswer& state);

}  // namespace ctiengine::telephony
