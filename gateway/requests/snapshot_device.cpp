#include "gateway/requests/snapshot_device.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> snapshot_device(RequestContext& context, const IncomingMessage& message) {
    auto request = read_snapshot_device(message, context.softphone.dialect.forms);
    return answer_with<csta::DeviceSnapshot>(
        context, message, std::move(request), write_snapshot_device_response
    );
}

}  // namespace ctiengine::gateway
