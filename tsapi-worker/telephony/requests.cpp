// Requests of the gateways on their way to the switch. Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

namespace ctiengine::telephony {

using namespace std::chrono_literals;

namespace {

constexpr auto kOwnBudget = 15min;  // what nobody waits for may take its turn in the request guard

}  // namespace

csta::Failure Telephony::link_down() const {
    return {csta::UniversalFailure::ResourceOutOfService, "no link to the switch: " + status_.link_detail};
}

void Telephony::request(
    const std::string& gateway, csta::Request request, std::chrono::milliseconds budget, Answer answer
) {
    ++status_.requests;
    auto deadline = now_() + budget;
    if (const auto* watch = std::get_if<csta::MonitorDevice>(&request)) {
        return monitor(gateway, watch->device, deadline, std::move(answer));
    }
    if (const auto* unwatch = std::get_if<csta::MonitorStop>(&request)) {
        monitors_.unwatch(unwatch->device, gateway, now_());
        return answer(csta::Done{});
    }
    if (const auto* set = std::get_if<csta::SetAgentState>(&request)) {
        answer = [this, asked = *set, then = std::move(answer)](csta::Response response) {
            if (std::holds_alternative<csta::AgentStateSet>(response)) agents_.was_set(asked, now_());
            then(std::move(response));
        };
    }
    if (const auto* query = std::get_if<csta::QueryAgentState>(&request)) {
        answer = [this, device = query->device, then = std::move(answer)](csta::Response response) {
            if (auto* state = std::get_if<csta::AgentStateAnswer>(&response))
                state->agent_id = agents_.agent_id(device);
            then(std::move(response));
        };
    }
    call_switch(std::move(request), deadline, std::move(answer));
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

void Telephony::monitor(
    const std::string& gateway, const csta::Device& device, TimePoint deadline, Answer answer
) {
    auto* known = monitors_.find(device);
    if (known && known->state == MonitorRegistry::State::Active) {
        monitors_.watch(device, gateway);
        return answer(csta::Done{});
    }
    if (link_ != Link::Up) return answer(link_down());
    bool start = !known || known->state == MonitorRegistry::State::Lost;
    bool new_watcher = !known || !known->watchers.contains(gateway);
    auto& entry = monitors_.watch(device, gateway);
    entry.waiting.push_back({gateway, new_watcher, deadline, std::move(answer)});
    if (start) start_monitor(device, deadline, Turn::Next);
}

void Telephony::start_monitor(const csta::Device& device, TimePoint deadline, Turn turn) {
    if (auto* entry = monitors_.find(device)) entry->state = MonitorRegistry::State::Starting;
    auto transmit = [this, device](std::uint32_t invoke_id) {
        monitor_invokes_[invoke_id] = device;
        return port_.start_monitor(
            invoke_id, csta::MonitorObject{csta::MonitorObject::Kind::AtDevice, device}
        );
    };
    auto done = [this, device](csta::Response response) {
        std::erase_if(monitor_invokes_, [&](const auto& invoke) { return invoke.second == device; });
        monitor_started(device, response);
    };
    send(deadline, std::move(done), std::move(transmit), turn);
}

void Telephony::take_monitor_confirmation(const MonitorConfirmed& started) {
    auto device = monitor_invokes_.find(started.invoke_id);
    if (device == monitor_invokes_.end()) {  // it timed out: nobody would ever stop this monitor
        ++status_.late_answers;
        return stop_at_switch(started.cross_ref_id);
    }
    monitors_.confirmed(device->second, started.cross_ref_id);
    confirmed(started.invoke_id, csta::Done{});
}

void Telephony::monitor_started(const csta::Device& device, const csta::Response& response) {
    auto* entry = monitors_.find(device);
    if (!entry) return;
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        return monitor_refused(*entry, device, *failure);
    }
    bool may_have_missed = std::exchange(entry->restoring, false);
    auto waiting = std::exchange(entry->waiting, {});
    agents_.look_at(device, now_());
    for (auto& one : waiting) one.answer(csta::Done{});
    if (!may_have_missed) return;
    auto compared = [this, device](csta::Response snapshot) { compare(device, snapshot); };
    call_switch(csta::SnapshotDevice{device}, now_() + kOwnBudget, std::move(compared), Turn::Background);
}

void Telephony::monitor_refused(
    MonitorRegistry::Entry& entry, const csta::Device& device, const csta::Failure& why
) {
    auto waiting = std::exchange(entry.waiting, {});
    bool again_with_the_link = entry.restoring && link_ != Link::Up;
    if (again_with_the_link) {
        for (auto& one : waiting) {
            if (one.new_watcher) monitors_.unwatch(device, one.gateway, now_());
        }
    } else {
        logging::warn("monitor of {} refused with {}: {}", device, static_cast<int>(why.value), why.detail);
        if (entry.restoring)
            journal(device, csta::MonitorEnded{csta::EventCause::ResourcesNotAvailable}, true);
        monitors_.remove(device);
        agents_.forget(device);
    }
    for (auto& one : waiting) one.answer(why);
}

void Telephony::stop_monitor(const csta::Device& device) {
    auto* entry = monitors_.find(device);
    if (!entry) return;
    bool active = entry->state == MonitorRegistry::State::Active;
    auto cross_ref_id = entry->cross_ref_id;
    monitors_.remove(device);
    agents_.forget(device);
    if (active) stop_at_switch(cross_ref_id);
}

void Telephony::stop_at_switch(std::int32_t cross_ref_id) {
    auto transmit = [this, cross_ref_id](std::uint32_t invoke_id) {
        return port_.stop_monitor(invoke_id, cross_ref_id);
    };
    auto nobody_waits = [](csta::Response) {};
    send(now_() + kOwnBudget, nobody_waits, std::move(transmit), Turn::Background);
}

bool Telephony::gateway_attached(const std::string& gateway) {
    detached_.erase(gateway);
    return !gateways_.insert(gateway).second;
}

void Telephony::gateway_detached(const std::string& gateway) {
    detached_[gateway] = now_();
}

}  // namespace ctiengine::telephony
