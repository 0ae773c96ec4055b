#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// GetSwitchingFunctionDevices: an ID, and behind it the list in SwitchingFunctionDevices messages of at most
/// 100 devices each.
Task<std::string> get_switching_function_devices(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
