#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// ReconnectCall: clears the active connection and retrieves the held one.
Task<std::string> reconnect_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
