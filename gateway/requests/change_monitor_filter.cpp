#include "gateway/requests/change_monitor_filter.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> change_monitor_filter(RequestContext& context, const IncomingMessage& message) {
    auto change = read_change_monitor_filter(message);
    if (!change) co_return refuse(context, change.error());
    auto* monitor = context.softphone.monitors.find(change->cross_ref_id);
    if (!monitor || !monitor->active) {
        co_return refuse(context, unknown_monitor_error(message.name(), change->cross_ref_id));
    }
    monitor->filter = change->filter;
    co_return write_change_monitor_filter_response(monitor->filter, context.softphone.dialect);
}

}  // namespace ctiengine::gateway
