#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// MakePredictiveCall: a call to the outside that is given to a VDN or split when it is answered.
Task<std::string> make_predictive_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
