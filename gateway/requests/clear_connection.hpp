#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// ClearConnection: one party leaves the call; user data goes to those who stay.
Task<std::string> clear_connection(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
