#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SetDoNotDisturb: "send all calls" of Communication Manager.
Task<std::string> set_do_not_disturb(RequestContext& context, const IncomingMessage& message);

/// GetDoNotDisturb.
Task<std::string> get_do_not_disturb(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
