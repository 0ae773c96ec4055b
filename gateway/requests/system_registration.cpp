#include "gateway/requests/system_registration.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/response_writer.hpp"
#include "gateway/xml/system_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> system_register(RequestContext& context, const IncomingMessage& message) {
    auto request = read_system_register(message);
    if (!request) co_return refuse(context, request.error());
    auto& softphone = context.softphone;
    SystemRegistered answer{std::to_string(++softphone.last_registration), request->filter};
    if (request->system_status) softphone.status_registrations.emplace(answer.register_id, answer.filter);
    co_return write_system_register_response(answer, softphone.dialect);
}

Task<std::string> system_register_cancel(RequestContext& context, const IncomingMessage& message) {
    auto request = read_system_register_cancel(message);
    if (!request) co_return refuse(context, request.error());
    if (context.softphone.status_registrations.erase(request->register_id) == 0) {
        CstaError unknown{
            ErrorCategory::Operation, "sysStatRegIDNotSupported",
            "SystemRegisterCancel: this session has no registration '" + request->register_id + "'"};
        co_return refuse(context, unknown);
    }
    co_return write_done(message.name(), context.softphone.dialect);
}

}  // namespace ctiengine::gateway
