#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// ChangeMonitorFilter: the new filter counts from this answer on. The switch is not asked, because monitors
/// at the switch send everything and are shared by all clients.
Task<std::string> change_monitor_filter(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
