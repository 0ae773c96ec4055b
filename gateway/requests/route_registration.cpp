#include "gateway/requests/route_registration.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/requests/route_dialogue.hpp"
#include "gateway/xml/response_writer.hpp"
#include "gateway/xml/routeing_reader.hpp"
#include "gateway/xml/routeing_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> route_register(RequestContext& context, const IncomingMessage& message) {
    auto read = read_route_register(message, context.softphone.dialect.forms);
    if (!read) co_return refuse(context, read.error());
    auto device = read->routeing_device;
    auto object = csta::routeing(device);
    auto response = co_await context.link.watch(object, context.listener, context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        co_return refuse(context, message, *failure);
    }
    // From here to the outbox nothing suspends, so no RouteRequest can come before the answer.
    auto register_id = context.softphone.route_registrations.add(device);
    co_return write_route_register_response(register_id, context.softphone.dialect);
}

Task<std::string> route_register_cancel(RequestContext& context, const IncomingMessage& message) {
    auto cancel = read_route_register_cancel(message);
    if (!cancel) co_return refuse(context, cancel.error());
    auto& registrations = context.softphone.route_registrations;
    const auto* device = registrations.find(cancel->register_id);
    if (device == nullptr) {
        co_return refuse(context, unknown_registration(message.name(), cancel->register_id));
    }
    auto object = csta::routeing(*device);
    registrations.remove(cancel->register_id);
    // Whatever the switch says to this, the client has its registration no more.
    co_await context.link.unwatch(object, context.listener, context.call);
    co_return write_done(message.name(), context.softphone.dialect);
}

}  // namespace ctiengine::gateway
