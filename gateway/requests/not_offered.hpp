#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// Services of the standard that the switch has no counterpart for: operation/serviceNotSupported, with the
/// reason and what to do instead. AssociateData, SendUserInformation, GroupPickupCall and ParkCall.
Task<std::string> not_offered(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
