#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// GetAgentState: state, work mode, reason and what is pending, for the agent at a device.
Task<std::string> get_agent_state(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
