#include "gateway/requests/monitor_start.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {
namespace {

/// A device watched with monitorType call means the calls that pass it, followed to their end.
csta::MonitorObject object_of(const MonitorStart& start) {
    if (const auto* call = std::get_if<csta::Connection>(&start.object)) return csta::of_call(*call);
    const auto& device = std::get<csta::Device>(start.object);
    return start.type == MonitorType::Call ? csta::via_device(device) : csta::at_device(device);
}

}  // namespace

Task<std::string> monitor_start(RequestContext& context, const IncomingMessage& message) {
    auto start = read_monitor_start(message, context.softphone.dialect.forms);
    if (!start) co_return refuse(context, start.error());
    auto object = object_of(*start);
    auto& monitors = context.softphone.monitors;
    auto cross_ref_id = monitors.add(object, start->filter);
    auto response = co_await context.link.watch(object, context.listener, context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        monitors.remove(cross_ref_id);
        co_return refuse(context, message, *failure);
    }
    // From here to the outbox nothing suspends, so no event of this monitor can come first.
    auto* monitor = monitors.find(cross_ref_id);
    if (!monitor) {
        const csta::Failure left{
            csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice,
            "a telephone of this user left the call while its monitor was being started"};
        co_return refuse(context, message, left);
    }
    monitor->active = true;
    bool existing_calls = object.kind == csta::MonitorObject::Kind::AtDevice;
    MonitorStarted answer{cross_ref_id, start->filter, existing_calls};
    co_return write_monitor_start_response(answer, context.softphone.dialect);
}

}  // namespace ctiengine::gateway
