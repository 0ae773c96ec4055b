// Monitors and routeing registrations at the switch. Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

namespace ctiengine::telephony {

using namespace std::chrono_literals;
using Kind = csta::MonitorObject::Kind;

namespace {

constexpr auto kOwnBudget = 15min;  // what nobody waits for may take its turn in the request guard

bool only_for_one(const csta::MonitorObject& object) {
    return object.kind == Kind::Routeing;
}

}  // namespace

void Telephony::monitor(
    const std::string& gateway, const csta::MonitorObject& object, TimePoint deadline, Answer answer
) {
    auto* known = monitors_.find(object);
    bool others = known && known->watchers.size() > known->watchers.count(gateway);
    if (others && only_for_one(object)) {
        return answer(csta::Failure{
            csta::UniversalFailure::ResourceBusy,
            to_string(object) + " is registered by another gateway; one application at a time can route it"});
    }
    if (known && known->state == MonitorRegistry::State::Active) {
        monitors_.watch(object, gateway);
        return answer(csta::Done{});
    }
    if (link_ != Link::Up) return answer(link_down());
    bool start = !known || known->state == MonitorRegistry::State::Lost;
    bool new_watcher = !known || !known->watchers.contains(gateway);
    auto& entry = monitors_.watch(object, gateway);
    entry.waiting.push_back({gateway, new_watcher, deadline, std::move(answer)});
    if (start) start_monitor(object, deadline, Turn::Next);
}

void Telephony::start_monitor(const csta::MonitorObject& object, TimePoint deadline, Turn turn) {
    if (auto* entry = monitors_.find(object)) entry->state = MonitorRegistry::State::Starting;
    auto transmit = [this, object](std::uint32_t invoke_id) {
        monitor_invokes_[invoke_id] = object;
        if (object.kind == Kind::Routeing) return port_.register_route(invoke_id, object.device);
        return port_.start_monitor(invoke_id, object);
    };
    auto done = [this, object](csta::Response response) {
        std::erase_if(monitor_invokes_, [&](const auto& invoke) { return invoke.second == object; });
        monitor_started(object, response);
    };
    send(deadline, std::move(done), std::move(transmit), turn);
}

void Telephony::take_monitor_confirmation(
    std::uint32_t invoke_id, std::int32_t cross_ref_id, bool of_routeing
) {
    auto object = monitor_invokes_.find(invoke_id);
    if (object == monitor_invokes_.end()) {  // it timed out: nobody would ever stop this monitor
        ++status_.late_answers;
        return stop_at_switch(cross_ref_id, of_routeing);
    }
    monitors_.confirmed(object->second, cross_ref_id);
    confirmed(invoke_id, csta::Done{});
}

void Telephony::monitor_started(const csta::MonitorObject& object, const csta::Response& response) {
    auto* entry = monitors_.find(object);
    if (!entry) return;
    if (const auto* failure = std::get_if<csta::Failure>(&response)) return monitor_refused(object, *failure);
    bool may_have_missed = std::exchange(entry->restoring, false);
    auto waiting = std::exchange(entry->waiting, {});
    bool at_device = object.kind == Kind::AtDevice;
    if (at_device) agents_.look_at(object.device, now_());
    for (auto& one : waiting) one.answer(csta::Done{});
    if (may_have_missed && at_device) ask_for_comparison(object);
    if (may_have_missed && object.kind == Kind::OfCall) journal(object, csta::MonitorResumed{}, true);
}

void Telephony::monitor_refused(const csta::MonitorObject& object, const csta::Failure& why) {
    auto* entry = monitors_.find(object);
    if (!entry) return;
    auto waiting = std::exchange(entry->waiting, {});
    bool again_with_the_link = entry->restoring && (link_ != Link::Up || switch_is_out());
    if (again_with_the_link) {
        entry->state = MonitorRegistry::State::Lost;
        for (auto& one : waiting) {
            if (one.new_watcher) monitors_.unwatch(object, one.gateway, now_());
        }
    } else {
        logging::warn(
            "monitor of {} refused with {}: {}", to_string(object), static_cast<int>(why.value), why.detail
        );
        bool was_told = entry->restoring;
        forget_monitor(object);
        if (was_told) journal(object, csta::MonitorEnded{csta::EventCause::ResourcesNotAvailable}, true);
    }
    for (auto& one : waiting) one.answer(why);
}

void Telephony::stop_monitor(const csta::MonitorObject& object) {
    auto* entry = monitors_.find(object);
    if (!entry) return;
    bool active = entry->state == MonitorRegistry::State::Active;
    auto cross_ref_id = entry->cross_ref_id;
    forget_monitor(object);
    if (active) stop_at_switch(cross_ref_id, object.kind == Kind::Routeing);
}

void Telephony::forget_monitor(const csta::MonitorObject& object) {
    if (object.kind == Kind::AtDevice) agents_.forget(object.device);
    if (object.kind == Kind::Routeing) dialogues_.forget(object.device);
    monitors_.remove(object);
}

void Telephony::stop_at_switch(std::int32_t cross_ref_id, bool of_routeing) {
    auto transmit = [this, cross_ref_id, of_routeing](std::uint32_t invoke_id) {
        return of_routeing ? port_.cancel_route(invoke_id, cross_ref_id)
                           : port_.stop_monitor(invoke_id, cross_ref_id);
    };
    auto nobody_waits = [](csta::Response) {};
    send(now_() + kOwnBudget, nobody_waits, std::move(transmit), Turn::Background);
}

}  // namespace ctiengine::telephony
