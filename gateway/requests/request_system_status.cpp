#include "gateway/requests/request_system_status.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> request_system_status(RequestContext& context, const IncomingMessage& message) {
    csta::Request request = csta::RequestSystemStatus{};
    auto response = co_await context.link.call(std::move(request), context.call);
    auto status = csta::SystemStatus::Disabled;
    if (const auto* answer = std::get_if<csta::SystemStatusAnswer>(&response)) {
        status = answer->status;
    } else if (const auto* failure = std::get_if<csta::Failure>(&response);
               failure && failure->value != csta::UniversalFailure::ResourceOutOfService) {
        co_return refuse(context, message, *failure);
    }
    co_return write_request_system_status_response(
        status, context.softphone.dialect, read_link_status_wish(message)
    );
}

}  // namespace ctiengine::gateway
