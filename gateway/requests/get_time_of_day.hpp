#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// Avaya's GetTimeOfDay: the clock of the switch, in its own time zone.
Task<std::string> get_time_of_day(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
