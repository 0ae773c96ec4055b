#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// ClearCall: every party is dropped.
Task<std::string> clear_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
