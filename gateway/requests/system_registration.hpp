#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SystemRegister: the session is told of changes of the system status. Answered without the switch.
Task<std::string> system_register(RequestContext& context, const IncomingMessage& message);

/// SystemRegisterCancel.
Task<std::string> system_register_cancel(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
