#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// Avaya's GetAgentLogin: an empty answer, then AgentLoginExtensionEvent to this session's monitors of the
/// split. Without such a monitor it is refused: nobody would be told.
Task<std::string> get_agent_login(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
