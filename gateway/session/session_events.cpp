// Events of the switch on their way to one client. Part of Session.
#include "gateway/rights_gate/call_departure.hpp"
#include "gateway/session/session.hpp"
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/routeing_writer.hpp"

#include <boost/asio/post.hpp>

#include <set>

namespace ctiengine::gateway {

void Session::deliver(std::shared_ptr<const NumberedEvent> event) {
    boost::asio::post(connection_->executor(), [self = shared_from_this(), event = std::move(event)] {
        if (!self->ending_) self->on_event(event);
    });
}

void Session::on_event(const std::shared_ptr<const NumberedEvent>& numbered) {
    const auto& event = numbered->event;
    if (const auto* system = std::get_if<csta::SystemStatusChanged>(&event.what))
        return on_system_status(system->status);
    if (const auto* route = std::get_if<csta::RouteEvent>(&event.what)) return on_route_event(event, *route);
    if (std::holds_alternative<csta::MonitorResumed>(event.what)) return on_monitor_resumed(event.object);
    switch (held_.keep(numbered)) {
        case HeldEvents::Kept::Yes: return;
        case HeldEvents::Kept::TooMany: return end_monitors_of(event.object);
        case HeldEvents::Kept::No: break;
    }
    for (const auto* monitor : softphone_.monitors.active_on(event.object)) {
        EventAddress address{
            monitor->cross_ref_id, monitor->type(), {numbered->epoch, event.seq}, event.synthetic};
        send_event(event, monitor->filter, address);
    }
    learn(event);
    if (std::holds_alternative<csta::MonitorEnded>(event.what)) {
        for (const auto* monitor : softphone_.monitors.active_on(event.object))
            softphone_.monitors.remove(monitor->cross_ref_id);
    }
}

void Session::learn(const csta::Event& event) {
    const auto& object = event.object;
    const auto* agent = std::get_if<csta::AgentEvent>(&event.what);
    if (agent && object.kind == csta::MonitorObject::Kind::AtDevice && is_own_telephone(object.device)) {
        agents_.heard(object.device, *agent);
    }
    const auto* call = std::get_if<csta::CallEvent>(&event.what);
    const bool of_call = object.kind == csta::MonitorObject::Kind::OfCall;
    if (call && of_call && leaves_the_call(softphone_.rights, *call)) end_monitors_of(object);
}

/// The client is told, the worker is told, nothing more comes. A monitor that is just being started ends too.
void Session::end_monitors_of(const csta::MonitorObject& object) {
    for (const auto* monitor : softphone_.monitors.all_on(object)) {
        EventAddress address{monitor->cross_ref_id, monitor->type(), {}, true};
        if (monitor->active) send_unasked(write_monitor_ended(address, softphone_.dialect));
        softphone_.monitors.remove(monitor->cross_ref_id);
        requests_.spawn(executor(), unwatch(shared_from_this(), object), "unwatch");
    }
}

/// The rights may have changed: what the user may watch no longer ends. Nobody asks the switch again who is
/// in a call; a monitor that would take such a proof ends too, and the client may start it anew.
void Session::end_monitors_without_right(const identity::Rights& before) {
    const auto& now = softphone_.rights;
    if (now == before) return;
    std::set<csta::MonitorObject> lost;
    for (const auto* monitor : softphone_.monitors.active()) {
        const csta::Request start = csta::MonitorStart{monitor->object};
        if (rights::denial_of(now, start) || rights::call_to_prove(now, start)) lost.insert(monitor->object);
    }
    for (const auto& object : lost) {
        note(
            refusals::Refusal::DeviceDenied, "the monitor of " + to_string(object) + " ends with new rights"
        );
        end_monitors_of(object);
    }
    end_registrations_without_right();
}

void Session::end_registrations_without_right() {
    for (const auto& [id, device] : softphone_.route_registrations.all()) {
        const auto object = csta::routeing(device);
        const csta::Request start = csta::MonitorStart{object};
        if (!rights::denial_of(softphone_.rights, start)) continue;
        note(
            refusals::Refusal::DeviceDenied,
            "the registration for " + to_string(object) + " ends with new rights"
        );
        send_unasked(write_route_event(csta::RouteRegistrationEnded{}, id, softphone_.dialect));
        softphone_.route_registrations.remove(id);
        requests_.spawn(executor(), unwatch(shared_from_this(), object), "unwatch");
    }
}

void Session::send_event(const csta::Event& event, const MonitorFilter& filter, const EventAddress& address) {
    const auto& dialect = softphone_.dialect;
    if (const auto* call = std::get_if<csta::CallEvent>(&event.what)) {
        if (filter.sends(kind_of(*call))) send_unasked(write_call_event(*call, address, dialect));
    } else if (const auto* agent = std::get_if<csta::AgentEvent>(&event.what)) {
        if (filter.sends(kind_of(*agent))) send_unasked(write_agent_event(*agent, address, dialect));
    } else if (const auto* feature = std::get_if<csta::FeatureEvent>(&event.what)) {
        if (filter.sends(kind_of(*feature))) send_unasked(write_feature_event(*feature, address, dialect));
    } else {
        send_unasked(write_monitor_ended(address, dialect));
    }
}

void Session::on_route_event(const csta::Event& event, const csta::RouteEvent& route) {
    auto& registrations = softphone_.route_registrations;
    const auto* known = registrations.id_of(event.object.device);
    if (!known) return;  // cancelled while the event was on its way
    auto register_id = *known;
    send_unasked(write_route_event(route, register_id, softphone_.dialect));
    if (std::holds_alternative<csta::RouteRegistrationEnded>(route)) registrations.remove(register_id);
}

void Session::on_system_status(csta::SystemStatus status) {
    for (const auto& [register_id, filter] : softphone_.status_registrations) {
        if (filter.sends(status)) send_unasked(write_system_status(register_id, status, softphone_.dialect));
    }
}

}  // namespace ctiengine::gateway
