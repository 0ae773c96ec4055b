#include "gateway/requests/monitor_start.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {
namespace {

CstaError not_a_device_monitor() {
    return {
        ErrorCategory::Operation, "monitorTypeNotSupported",
        "MonitorStart: only monitorObject/deviceObject with monitorType device is offered"};
}

}  // namespace

Task<std::string> monitor_start(RequestContext& context, const IncomingMessage& message) {
    auto start = read_monitor_start(message, context.softphone.dialect.forms);
    if (!start) co_return refuse(context, start.error());
    const auto* device = std::get_if<csta::Device>(&start->object);
    if (!device || start->type == MonitorType::Call) co_return refuse(context, not_a_device_monitor());
    auto& monitors = context.softphone.monitors;
    auto cross_ref_id = monitors.add(*device, start->filter);
    auto response = co_await context.link.watch(*device, context.listener, context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        monitors.remove(cross_ref_id);
        co_return refuse(context, message, *failure);
    }
    // From here to the outbox nothing suspends, so no event of this monitor can come first.
    if (auto* monitor = monitors.find(cross_ref_id)) monitor->active = true;
    MonitorStarted answer{cross_ref_id, start->filter, true};
    co_return write_monitor_start_response(answer, context.softphone.dialect);
}

}  // namespace ctiengine::gateway
