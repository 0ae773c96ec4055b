#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// GetLogicalDeviceInformation: what kind of device a number is.
Task<std::string> get_logical_device_information(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
