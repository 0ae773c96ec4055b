#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// GetSwitchingFunctionCaps: the services and events that the switch and we support.
Task<std::string> get_switching_function_caps(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
