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

/// May the event change what the agent there is doing? A call that is diverted because nobody answered takes
/// the agent out of work.
bool changes_talk(const csta::CallEvent& event) {
    return std::holds_alternative<csta::Originated>(event.body) ||
           std::holds_alternative<csta::Established>(event.body) ||
           std::holds_alternative<csta::Failed>(event.body) ||
           std::holds_alternative<csta::ConnectionCleared>(event.body) ||
           std::holds_alternative<csta::Diverted>(event.body) ||
           std::holds_alternative<csta::Transferred>(event.body);
}

}  // namespace

void Telephony::journal(const csta::MonitorObject& object, decltype(csta::Event::what) what, bool synthetic) {
    csta::Event event;
    event.object = object;
    event.synthetic = synthetic;
    event.what = std::move(what);
    auto entry = journal_.append(std::move(event));
    if (deliver_) deliver_(entry);
}

void Telephony::monitored(Monitored input) {
    const auto* known = monitors_.object_of(input.cross_ref_id);
    if (!known) return;  // the monitor was stopped while the event was on its way
    auto object = *known;
    if (auto* call = std::get_if<csta::CallEvent>(&input.event))
        return take_call_event(object, std::move(*call));
    if (auto* agent = std::get_if<csta::AgentEvent>(&input.event))
        return take_agent_event(object, std::move(*agent));
    if (auto* feature = std::get_if<csta::FeatureEvent>(&input.event))
        return journal(object, std::move(*feature));
    monitor_ended(object, std::get<csta::MonitorEnded>(input.event));
}

void Telephony::monitor_ended(const csta::MonitorObject& object, const csta::MonitorEnded& ended) {
    if (switch_is_out()) {  // an outage ends every monitor; who watches is told only if it cannot come back
        logging::info("the monitor of {} ended with the switch; it is started again", to_string(object));
        return monitors_.lose(object);
    }
    auto cause = static_cast<int>(ended.cause);
    if (object.kind == csta::MonitorObject::Kind::OfCall) {
        logging::debug("the monitor of {} ended with cause {}", to_string(object), cause);
    } else {
        logging::warn("the switch ended the monitor of {} with cause {}", to_string(object), cause);
    }
    forget_monitor(object);
    journal(object, ended);
}

void Telephony::take_call_event(const csta::MonitorObject& object, csta::CallEvent event) {
    if (object.kind == csta::MonitorObject::Kind::AtDevice) {
        monitors_.find(object)->view.apply(event);
        if (changes_talk(event)) agents_.call_changed(object.device, now_());
    }
    journal(object, std::move(event));
}

void Telephony::take_agent_event(const csta::MonitorObject& object, csta::AgentEvent event) {
    if (agents_.heard(object.device, event)) journal(object, std::move(event));
}

void Telephony::take_agent_state(const csta::Device& device, const csta::AgentStateAnswer& state) {
    auto object = csta::at_device(device);
    for (auto& event : agents_.answered(device, state, now_())) journal(object, std::move(event));
}

void Telephony::poll_agents() {
    for (const auto& device : agents_.due(now_())) {
        auto answered = [this, device](csta::Response response) {
            const auto* state = std::get_if<csta::AgentStateAnswer>(&response);
            if (!state) return agents_.failed(device, now_(), may_pass(response));
            take_agent_state(device, *state);
        };
        call_switch(
            csta::QueryAgentState{device, {}}, now_() + kPollBudget, std::move(answered), Turn::Background
        );
    }
}

}  // namespace ctiengine::telephony
