#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// MonitorStart for a device, for the calls that pass a device, or for one call. The answer leaves before the
/// first event of the monitor.
Task<std::string> monitor_start(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
