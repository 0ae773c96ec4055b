#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// HoldCall: connectionReservation is ignored, as Communication Manager does.
Task<std::string> hold_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
