#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// MonitorStop: events that are on their way already are dropped.
Task<std::string> monitor_stop(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
