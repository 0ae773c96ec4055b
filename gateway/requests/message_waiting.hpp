#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SetMessageWaitingIndicator: the lamp of a station.
Task<std::string> set_message_waiting(RequestContext& context, const IncomingMessage& message);

/// GetMessageWaitingIndicator.
Task<std::string> get_message_waiting(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
