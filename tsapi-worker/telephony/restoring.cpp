// What happens when the link or the switch behind it is back. Part of Telephony.
#include "common/logging/log.hpp"
#include "tsapi-worker/telephony/telephony.hpp"

namespace ctiengine::telephony {

using namespace std::chrono_literals;
using Kind = csta::MonitorObject::Kind;

namespace {

constexpr auto kAskStatusAgain = 5s;
constexpr auto kRestoreBudget = 15min;  // thousands of monitors at the pace of the request guard

bool of_the_moment(const csta::Failure& failure) {
    return failure.value == csta::UniversalFailure::ResourceOutOfService ||
           failure.value == csta::UniversalFailure::OutstandingRequestLimitExceeded ||
           failure.value == csta::UniversalFailure::RequestTimeoutRejection;
}

}  // namespace

/// An open stream tells only that AE Services is there; the switch behind it is asked for.
void Telephony::ask_system_status() {
    ask_status_at_ = TimePoint::max();
    auto told = [this](csta::Response answer) {
        const auto* status = std::get_if<csta::SystemStatusAnswer>(&answer);
        if (status) return set_system_status(status->status);
        if (link_ != Link::Up) return;
        logging::warn("the switch did not tell its status; it is asked again");
        ask_status_at_ = now_() + kAskStatusAgain;
    };
    call_switch(csta::RequestSystemStatus{}, now_() + kAskStatusAgain, std::move(told));
}

void Telephony::set_system_status(csta::SystemStatus status) {
    if (status_.system_status == status) return;
    bool was_out = switch_is_out();
    status_.system_status = status;
    journal({}, csta::SystemStatusChanged{status});
    if (was_out && !switch_is_out() && link_ == Link::Up) restore_monitors();
}

/// Monitors that are lost are started again; those that outlived an outage of the switch behind an open
/// stream may have missed events, so their devices are compared and those who watch a call are told.
void Telephony::restore_monitors() {
    for (const auto& [object, entry] : monitors_.entries()) {
        bool active = entry.state == MonitorRegistry::State::Active;
        if (active && object.kind == Kind::AtDevice) ask_for_comparison(object);
        if (active && object.kind == Kind::OfCall) journal(object, csta::MonitorResumed{}, true);
    }
    for (const auto& object : monitors_.lost()) {
        if (object.kind == Kind::OfCall) {
            restore_call_monitor(object);
        } else {
            start_monitor(object, now_() + kRestoreBudget, Turn::Background);
        }
    }
}

/// The call may have ended meanwhile, and its number may belong to nobody: look before monitoring.
void Telephony::restore_call_monitor(const csta::MonitorObject& object) {
    auto looked = [this, object](csta::Response answer) {
        auto* entry = monitors_.find(object);
        if (!entry || entry->state != MonitorRegistry::State::Lost) return;
        if (const auto* failure = std::get_if<csta::Failure>(&answer)) {
            // The next recovery of the link asks again when the failure is one of the moment.
            if (!of_the_moment(*failure)) monitor_refused(object, *failure);
            return;
        }
        const auto* snapshot = std::get_if<csta::CallSnapshot>(&answer);
        if (snapshot && !snapshot->parties.empty())
            return start_monitor(object, now_() + kRestoreBudget, Turn::Background);
        monitor_refused(object, {csta::UniversalFailure::InvalidConnectionIdentifier, "the call has ended"});
    };
    csta::SnapshotCall look{{object.call, object.device, false}};
    call_switch(std::move(look), now_() + kRestoreBudget, std::move(looked), Turn::Background);
}

void Telephony::ask_for_comparison(const csta::MonitorObject& object) {
    auto compared = [this, object](csta::Response snapshot) { compare(object, snapshot); };
    csta::SnapshotDevice look{object.device};
    call_switch(std::move(look), now_() + kRestoreBudget, std::move(compared), Turn::Background);
}

void Telephony::compare(const csta::MonitorObject& object, const csta::Response& answer) {
    auto* entry = monitors_.find(object);
    const auto* snapshot = std::get_if<csta::DeviceSnapshot>(&answer);
    if (!entry) return;
    if (!snapshot) {
        logging::warn(
            "{}: no snapshot after the link came back; its calls may be out of date", to_string(object)
        );
        return;
    }
    for (auto& change : entry->view.apply(*snapshot)) journal(object, std::move(change), true);
}

}  // namespace ctiengine::telephony
