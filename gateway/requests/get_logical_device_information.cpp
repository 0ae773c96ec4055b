#include "gateway/requests/get_logical_device_information.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/device_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> get_logical_device_information(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_logical_device_information(message, context.softphone.dialect.forms);
    return answer_with<csta::DeviceInfoAnswer>(
        context, message, std::move(request), write_get_logical_device_information_response
    );
}

}  // namespace ctiengine::gateway
