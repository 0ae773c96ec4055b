#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// AlternateCall: holds the active call and retrieves the held one.
Task<std::string> alternate_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
