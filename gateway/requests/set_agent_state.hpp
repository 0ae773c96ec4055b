#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SetAgentState: log in, log out, ready, not ready with a reason, after-call work.
Task<std::string> set_agent_state(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
