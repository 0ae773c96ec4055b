// Monitors of calls after an outage: is the user still in the call? Part of Session.
#include "gateway/rights_gate/call_departure.hpp"
#include "gateway/session/session.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

bool tells_departure(const identity::Rights& rights, const HeldEvents::Event& event) {
    const auto* call = std::get_if<csta::CallEvent>(&event->event.what);
    return call && leaves_the_call(rights, *call);
}

}  // namespace

void Session::on_monitor_resumed(const csta::MonitorObject& object) {
    const csta::Request start = csta::MonitorStart{object};
    const bool watched = !softphone_.monitors.active_on(object).empty();
    if (!watched || !rights::call_to_prove(softphone_.rights, start)) return;
    const auto proof = held_.begin(object);
    requests_.spawn(executor(), prove_call(shared_from_this(), object, proof), "resumed monitor");
}

/// The look is the gateway's own, so it belongs to no session.
Task<void> Session::prove_call(
    std::shared_ptr<Session> self, csta::MonitorObject object, std::uint64_t proof
) {
    CallContext context{self->settings_.request_budget, self->softphone_.session_id, {}};
    csta::Request look = csta::SnapshotCall{csta::Connection{object.call, object.device}};
    auto seen = co_await self->link_.call(std::move(look), std::move(context));
    self->take_proof(object, proof, seen);
}

/// Whoever left while nobody looked gets nothing of what came later. Had he been there until an event that
/// tells of his leaving, the events up to it are his.
void Session::take_proof(const csta::MonitorObject& object, std::uint64_t proof, const csta::Response& seen) {
    auto events = held_.end(object, proof);
    if (!events || ending_) return;
    const auto* parties = std::get_if<csta::CallSnapshot>(&seen);
    const bool in_call = parties && rights::takes_part(softphone_.rights, *parties);
    if (!in_call) {
        const auto last = std::find_if(events->begin(), events->end(), [this](const auto& event) {
            return tells_departure(softphone_.rights, event);
        });
        events->erase(last == events->end() ? events->begin() : last + 1, events->end());
    }
    for (const auto& event : *events) on_event(event);
    if (!in_call) end_monitors_of(object);  // those that have not ended by the events themselves
}

}  // namespace ctiengine::gateway
