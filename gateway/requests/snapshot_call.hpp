#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SnapshotCall: the parties of a call.
Task<std::string> snapshot_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
