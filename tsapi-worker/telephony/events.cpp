// Events of the switch on their way into the journal. Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

namespace ctiengine::telephony {

using namespace std::chrono_literals;

namespace {

constexpr auto kPollBudget = 10s;

/// Is the failure one of the moment, not of the device?
bool may_pass(const csta::Response& response) {
    const auto* failure = std::get_if<csta::Failure>(&response);
    return failure && (failure->value == csta::UniversalFailure::ResourceOutOfService ||
                       failure->value == csta::UniversalFailure::OutstandingRequestLimitExceeded ||
                       failure->value == csta::UniversalFailure::RequestTimeoutRejection);
}

}  // namespace

void Telephony::journal(const csta::Device& device, decltype(csta::Event::what) what, bool synthetic) {
    csta::Event event;
    event.device = device;
    event.synthetic = synthetic;
    event.what = std::move(what);
    auto entry = journal_.append(std::move(event));
    if (deliver_) deliver_(entry);
}

void Telephony::monitored(Monitored input) {
    const auto* known = monitors_.device_of(input.cross_ref_id);
    if (!known) return;  // the monitor was stopped while the event was on its way
    auto device = *known;
    if (auto* call = std::get_if<csta::CallEvent>(&input.event))
        return take_call_event(device, std::move(*call));
    if (auto* agent = std::get_if<csta::AgentEvent>(&input.event))
        return take_agent_event(device, std::move(*agent));
    if (auto* feature = std::get_if<csta::FeatureEvent>(&input.event))
        return journal(device, std::move(*feature));
    const auto& ended = std::get<csta::MonitorEnded>(input.event);
    logging::warn("the switch ended the monitor of {} with cause {}", device, static_cast<int>(ended.cause));
    monitors_.remove(device);
    agents_.forget(device);
    journal(device, ended);
}

void Telephony::take_call_event(const csta::Device& device, csta::CallEvent event) {
    monitors_.find(device)->view.apply(event);
    bool changes_talk = std::holds_alternative<csta::Established>(event.body) ||
                        std::holds_alternative<csta::ConnectionCleared>(event.body) ||
                        std::holds_alternative<csta::Transferred>(event.body);
    if (changes_talk) agents_.call_changed(device, now_());
    journal(device, std::move(event));
}

void Telephony::take_agent_event(const csta::Device& device, csta::AgentEvent event) {
    if (agents_.heard(device, event)) journal(device, std::move(event));
}

void Telephony::poll_agents() {
    for (const auto& device : agents_.due(now_())) {
        auto answered = [this, device](csta::Response response) {
            const auto* state = std::get_if<csta::AgentStateAnswer>(&response);
            if (!state) return agents_.failed(device, now_(), may_pass(response));
            for (auto& event : agents_.answered(device, *state, now_())) journal(device, std::move(event));
        };
        call_switch(
            csta::QueryAgentState{device, {}}, now_() + kPollBudget, std::move(answered), Turn::Background
        );
    }
}

}  // namespace ctiengine::telephony
