#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SnapshotDevice: the calls at a device with the states of all their parties.
Task<std::string> snapshot_device(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
