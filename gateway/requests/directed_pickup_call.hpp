#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// DirectedPickupCall: answers, at one device, a call that alerts at another.
Task<std::string> directed_pickup_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
