// Events of the switch on their way to one client. Part of Session.
#include "gateway/session/session.hpp"
#include "gateway/xml/event_writer.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::gateway {

void Session::deliver(std::shared_ptr<const NumberedEvent> event) {
    boost::asio::post(connection_->executor(), [self = shared_from_this(), event = std::move(event)] {
        if (!self->ending_) self->on_event(*event);
    });
}

void Session::on_event(const NumberedEvent& numbered) {
    const auto& event = numbered.event;
    if (const auto* system = std::get_if<csta::SystemStatusChanged>(&event.what))
        return on_system_status(system->status);
    for (const auto* monitor : softphone_.monitors.active_on(event.device)) {
        EventAddress address{
            monitor->cross_ref_id, MonitorType::Device, {numbered.epoch, event.seq}, event.synthetic};
        if (const auto* call = std::get_if<csta::CallEvent>(&event.what)) {
            if (monitor->filter.sends(kind_of(*call)))
                send_unasked(write_call_event(*call, address, softphone_.dialect));
        } else if (const auto* agent = std::get_if<csta::AgentEvent>(&event.what)) {
            if (monitor->filter.sends(kind_of(*agent)))
                send_unasked(write_agent_event(*agent, address, softphone_.dialect));
        } else {
            send_unasked(write_monitor_ended(address, softphone_.dialect));
        }
    }
    if (!std::holds_alternative<csta::MonitorEnded>(event.what)) return;
    for (const auto* monitor : softphone_.monitors.active_on(event.device))
        softphone_.monitors.remove(monitor->cross_ref_id);
}

void Session::on_system_status(csta::SystemStatus status) {
    for (const auto& [register_id, filter] : softphone_.status_registrations) {
        if (filter.sends(status)) send_unasked(write_system_status(register_id, status, softphone_.dialect));
    }
}

}  // namespace ctiengine::gateway
