// Requests of the gateways on their way to the switch. Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

namespace ctiengine::telephony {
namespace {

/// The same ID for another service is no repetition.
CommandKey of_service(CommandKey command, const csta::Request& request) {
    command.id += " " + std::to_string(request.index());
    return command;
}

}  // namespace

csta::Failure Telephony::link_down() const {
    return {csta::UniversalFailure::ResourceOutOfService, "no link to the switch: " + status_.link_detail};
}

void Telephony::request(
    const std::string& gateway,
    csta::Request request,
    std::chrono::milliseconds budget,
    Answer answer,
    std::optional<CommandKey> command
) {
    if (command && is_command(request)) {
        auto first = commands_.begin(of_service(*command, request), std::move(answer), now_);
        if (!first) return;
        answer = std::move(*first);
    }
    ++status_.requests;
    auto deadline = now_() + budget;
    if (const auto* watch = std::get_if<csta::MonitorStart>(&request)) {
        return monitor(gateway, watch->object, deadline, std::move(answer));
    }
    if (const auto* unwatch = std::get_if<csta::MonitorStop>(&request)) {
        monitors_.unwatch(unwatch->object, gateway, now_());
        return answer(csta::Done{});
    }
    if (const auto* select = std::get_if<csta::RouteSelect>(&request)) {
        return answer_route(gateway, *select, deadline, std::move(answer));
    }
    if (const auto* end = std::get_if<csta::RouteEnd>(&request)) {
        return answer_route(gateway, *end, deadline, std::move(answer));
    }
    auto learning_answer = learning(request, std::move(answer));
    call_switch(std::move(request), deadline, std::move(learning_answer));
}

bool Telephony::repeat(const csta::Request& request, const CommandKey& command, Answer answer) {
    return commands_.repeat(of_service(command, request), std::move(answer));
}

/// What a client asks teaches the worker too.
Telephony::Answer Telephony::learning(const csta::Request& request, Answer answer) {
    if (const auto* set = std::get_if<csta::SetAgentState>(&request)) {
        return [this, asked = *set, then = std::move(answer)](csta::Response response) {
            if (std::holds_alternative<csta::AgentStateSet>(response)) agents_.was_set(asked, now_());
            then(std::move(response));
        };
    }
    if (const auto* query = std::get_if<csta::QueryAgentState>(&request)) {
        return [this, device = query->device, then = std::move(answer)](csta::Response response) {
            auto* state = std::get_if<csta::AgentStateAnswer>(&response);
            if (!state) return then(std::move(response));
            state->agent_id = agents_.agent_id(device);
            auto seen = *state;
            then(std::move(response));
            take_agent_state(device, seen);
        };
    }
    if (const auto* look = std::get_if<csta::SnapshotDevice>(&request)) {
        return [this, object = csta::at_device(look->device),
                then = std::move(answer)](csta::Response response) {
            auto* entry = monitors_.find(object);
            const auto* snapshot = std::get_if<csta::DeviceSnapshot>(&response);
            // Nobody is told of differences: the events of what changes just now are still on their way.
            if (entry && snapshot && !entry->restoring) entry->view.apply(*snapshot);
            then(std::move(response));
        };
    }
    return answer;
}

void Telephony::call_switch(csta::Request request, TimePoint deadline, Answer answer, Turn turn) {
    auto transmit = [this, request = std::move(request)](std::uint32_t invoke_id) {
        return port_.send(invoke_id, request);
    };
    send(deadline, std::move(answer), std::move(transmit), turn);
}

void Telephony::send(TimePoint deadline, Answer answer, Transmit transmit, Turn turn) {
    if (link_ != Link::Up) return answer(link_down());
    auto now_or_later = [this, deadline, answer, transmit = std::move(transmit)] {
        auto invoke_id = invokes_.add(answer, deadline);
        if (auto refused = transmit(invoke_id)) confirmed(invoke_id, std::move(*refused));
    };
    auto give_up = [this, answer] {
        ++status_.failures;
        if (link_ != Link::Up) return answer(link_down());
        answer(csta::Failure{
            csta::UniversalFailure::OutstandingRequestLimitExceeded, "too many requests wait for the switch"}
        );
    };
    guard_.submit(now_(), deadline, std::move(now_or_later), std::move(give_up), turn);
}

void Telephony::confirmed(std::uint32_t invoke_id, csta::Response response) {
    auto answer = invokes_.take(invoke_id);
    if (!answer) {
        ++status_.late_answers;
        return;
    }
    if (std::holds_alternative<csta::Failure>(response)) ++status_.failures;
    (*answer)(std::move(response));
    guard_.completed(now_());
}

bool Telephony::gateway_attached(const std::string& gateway) {
    detached_.erase(gateway);
    return !gateways_.insert(gateway).second;
}

void Telephony::gateway_detached(const std::string& gateway) {
    detached_[gateway] = now_();
}

}  // namespace ctiengine::telephony
