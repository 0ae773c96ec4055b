#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SetForwarding: calls to a device go elsewhere.
Task<std::string> set_forwarding(RequestContext& context, const IncomingMessage& message);

/// GetForwarding.
Task<std::string> get_forwarding(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
