#include "gateway/session/agent_memory.hpp"

namespace ctiengine::gateway {

const csta::Device* agent_device_of(const csta::Request& request) {
    if (const auto* set = std::get_if<csta::SetAgentState>(&request)) return &set->device;
    if (const auto* query = std::get_if<csta::QueryAgentState>(&request)) return &query->device;
    return nullptr;
}

void AgentMemory::answered(const csta::Request& request, const csta::Response& response, bool own) {
    const auto* asked = std::get_if<csta::SetAgentState>(&request);
    if (asked && std::holds_alternative<csta::AgentStateSet>(response)) return set(*asked);
    const auto* query = std::get_if<csta::QueryAgentState>(&request);
    const auto* state = std::get_if<csta::AgentStateAnswer>(&response);
    if (!query || !state || !own) return;
    if (state->state == csta::AgentState::Null) {
        logged_in_.erase(query->device);
    } else {
        auto& agent = logged_in_[query->device];
        if (!state->agent_id.empty()) agent = state->agent_id;
    }
}

void AgentMemory::set(const csta::SetAgentState& asked) {
    if (asked.mode == csta::AgentMode::LogIn) logged_in_[asked.device] = asked.agent_id;
    if (asked.mode == csta::AgentMode::LogOut) logged_in_.erase(asked.device);
}

void AgentMemory::heard(const csta::Device& device, const csta::AgentEvent& event) {
    if (event.kind == csta::AgentEvent::Kind::LoggedOff) {
        logged_in_.erase(device);
    } else {
        auto& agent = logged_in_[device];
        if (!event.agent_id.empty()) agent = event.agent_id;
    }
}

}  // namespace ctiengine::gateway
