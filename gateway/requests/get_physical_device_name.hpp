#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// Avaya's GetPhysicalDeviceName: the name administered for an extension.
Task<std::string> get_physical_device_name(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
