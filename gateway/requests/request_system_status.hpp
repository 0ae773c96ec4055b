#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// RequestSystemStatus, also before a session. A worker or link that cannot be reached is 'disabled'.
Task<std::string> request_system_status(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
