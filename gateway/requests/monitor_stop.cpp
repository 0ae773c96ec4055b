#include "gateway/requests/monitor_stop.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> monitor_stop(RequestContext& context, const IncomingMessage& message) {
    auto stop = read_monitor_stop(message);
    if (!stop) co_return refuse(context, stop.error());
    auto& monitors = context.softphone.monitors;
    const auto* monitor = monitors.find(stop->cross_ref_id);
    if (!monitor || !monitor->active) {
        co_return refuse(context, unknown_monitor_error(message.name(), stop->cross_ref_id));
    }
    auto object = monitor->object;
    monitors.remove(stop->cross_ref_id);
    // Whatever the switch says to this, the client has its monitor no more.
    co_await context.link.unwatch(object, context.listener, context.call);
    co_return write_done(message.name(), context.softphone.dialect);
}

}  // namespace ctiengine::gateway
