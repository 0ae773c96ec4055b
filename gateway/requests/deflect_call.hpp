#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// DeflectCall: an alerting call goes elsewhere.
Task<std::string> deflect_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
