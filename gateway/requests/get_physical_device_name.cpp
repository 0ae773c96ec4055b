#include "gateway/requests/get_physical_device_name.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/device_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> get_physical_device_name(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_physical_device_name(message, context.softphone.dialect.forms);
    return answer_with<csta::DeviceNameAnswer>(
        context, message, std::move(request), write_get_physical_device_name_response
    );
}

}  // namespace ctiengine::gateway
