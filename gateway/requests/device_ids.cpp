#include "gateway/requests/device_ids.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/response_writer.hpp"
#include "gateway/xml/system_reader.hpp"

namespace ctiengine::gateway {
namespace {

std::string remember(RequestContext& context, const DeviceIdRequest& id) {
    return context.softphone.dialect.forms.make(id.extension, id.switch_name, id.switch_address, id.instance);
}

}  // namespace

Task<std::string> get_third_party_device_id(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_third_party_device_id(message);
    if (!request) co_return refuse(context, request.error());
    co_return write_get_third_party_device_id_response(remember(context, *request));
}

Task<std::string> get_device_id(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_device_id(message);
    if (!request) co_return refuse(context, request.error());
    co_return write_get_device_id_response(remember(context, *request));
}

Task<std::string> release_device_id(RequestContext& context, const IncomingMessage& message) {
    auto& forms = context.softphone.dialect.forms;
    auto device = read_release_device_id(message, forms);
    if (!device) co_return refuse(context, device.error());
    forms.forget(*device);
    co_return write_avaya_done(message.name());
}

}  // namespace ctiengine::gateway
