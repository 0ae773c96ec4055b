#include "gateway/requests/route_dialogue.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/routeing_reader.hpp"

namespace ctiengine::gateway {

CstaError unknown_registration(std::string_view request, const std::string& register_id) {
    return {
        ErrorCategory::Operation, "invalidRouteRegistrationCrossRefID",
        std::string(request) + ": routeRegisterReqID '" + register_id +
            "' is no registration of this session"};
}

namespace {

/// Names the routeing device of the registration and sends the answer on.
template <class Answer>
Task<std::string> send_on(
    RequestContext& context, const IncomingMessage& message, Result<OfRegistration<Answer>> read
) {
    if (!read) co_return refuse(context, read.error());
    const auto* device = context.softphone.route_registrations.find(read->register_id);
    if (device == nullptr) {
        const auto unknown = unknown_registration(message.name(), read->register_id);
        co_return refuse(context, unknown);
    }
    read->answer.routeing_device = *device;
    csta::Request request = std::move(read->answer);
    auto response = co_await context.link.call(std::move(request), context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        co_return refuse(context, message, *failure);
    }
    co_return std::string();
}

}  // namespace

Task<std::string> route_select(RequestContext& context, const IncomingMessage& message) {
    return send_on(context, message, read_route_select(message, context.softphone.dialect.forms));
}

Task<std::string> route_end(RequestContext& context, const IncomingMessage& message) {
    return send_on(context, message, read_route_end(message));
}

Task<std::string> route_reject(RequestContext& context, const IncomingMessage& message) {
    return send_on(context, message, read_route_reject(message));
}

}  // namespace ctiengine::gateway
