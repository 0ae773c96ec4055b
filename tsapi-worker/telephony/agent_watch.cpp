#include "tsapi-worker/telephony/agent_watch.hpp"

namespace ctiengine::telephony {

using Kind = csta::AgentEvent::Kind;
using namespace std::chrono_literals;

namespace {

constexpr auto kSettle = 50ms;  // the switch changes the state a moment after the call event

bool logged_in(const std::optional<csta::AgentStateAnswer>& state) {
    return state && state->state != csta::AgentState::Null;
}

}  // namespace

std::optional<Kind> kind_of(const csta::AgentStateAnswer& state) {
    switch (state.state) {
        case csta::AgentState::NotReady: return Kind::NotReady;
        case csta::AgentState::Ready:
            return state.talk_state == csta::TalkState::OnCall ? Kind::Busy : Kind::Ready;
        case csta::AgentState::WorkNotReady:
        case csta::AgentState::WorkReady: return Kind::WorkingAfterCall;
        case csta::AgentState::Null: break;
    }
    return std::nullopt;
}

void AgentWatch::was_set(const csta::SetAgentState& request, TimePoint now) {
    auto& agent = agents_[request.device];
    if (request.mode == csta::AgentMode::LogIn) agent.agent_id = request.agent_id;
    agent.due = now;
}

void AgentWatch::call_changed(const csta::Device& device, TimePoint now) {
    auto found = agents_.find(device);
    if (found != agents_.end() && logged_in(found->second.state)) found->second.due = now + kSettle;
}

std::vector<csta::Device> AgentWatch::due(TimePoint now) {
    std::vector<csta::Device> devices;
    for (auto& [device, agent] : agents_) {
        if (agent.asked || !agent.due || *agent.due > now) continue;
        agent.asked = true;
        agent.due.reset();
        devices.push_back(device);
    }
    return devices;
}

csta::AgentEvent AgentWatch::make_event(const csta::Device& device, const Agent& agent, Kind kind) const {
    csta::AgentEvent event;
    event.kind = kind;
    event.agent_device = {csta::PartyDevice::Status::Provided, device, csta::NumberType::DeviceIdentifier};
    event.agent_id = agent.agent_id;
    if (agent.state) {
        event.work_mode = agent.state->work_mode;
        event.reason_code = agent.state->reason_code;
        event.pending_work_mode = agent.state->pending_work_mode;
        event.pending_reason_code = agent.state->pending_reason_code;
    }
    return event;
}

std::vector<csta::AgentEvent> AgentWatch::answered(
    const csta::Device& device, const csta::AgentStateAnswer& state, TimePoint now
) {
    auto found = agents_.find(device);
    if (found == agents_.end()) return {};
    auto& agent = found->second;
    agent.asked = false;
    bool told_in = agent.told && *agent.told != Kind::LoggedOff;
    auto seen = state;
    seen.agent_id.clear();  // ours, not the switch's
    bool changed = agent.state != seen;
    agent.state = seen;
    bool is_in = logged_in(agent.state);
    std::vector<csta::AgentEvent> events;
    if (is_in && !told_in) events.push_back(make_event(device, agent, Kind::LoggedOn));
    if (!is_in && told_in) events.push_back(make_event(device, agent, Kind::LoggedOff));
    if (is_in && changed) events.push_back(make_event(device, agent, *kind_of(*agent.state)));
    if (!events.empty()) agent.told = events.back().kind;
    if (!is_in) agent.agent_id.clear();
    if (is_in && !agent.due) agent.due = now + poll_;
    return events;
}

void AgentWatch::failed(const csta::Device& device, TimePoint now, bool may_pass) {
    auto found = agents_.find(device);
    if (found == agents_.end()) return;
    auto& agent = found->second;
    agent.asked = false;
    bool worth_it = may_pass || logged_in(agent.state) || !agent.agent_id.empty();
    if (worth_it && !agent.due) agent.due = now + poll_;
}

bool AgentWatch::heard(const csta::Device& device, const csta::AgentEvent& event) {
    auto& agent = agents_[device];
    if (!event.agent_id.empty() && event.kind != Kind::LoggedOff) agent.agent_id = event.agent_id;
    bool news = agent.told != event.kind;
    agent.told = event.kind;
    return news;
}

std::string AgentWatch::agent_id(const csta::Device& device) const {
    auto found = agents_.find(device);
    return found == agents_.end() ? std::string() : found->second.agent_id;
}

}  // namespace ctiengine::telephony
