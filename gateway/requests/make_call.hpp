#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// MakeCall: the answer gives the caller's connection and, where the switch has one, the UCID.
Task<std::string> make_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
