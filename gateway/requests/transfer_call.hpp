#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// TransferCall: joins the parties of both calls; the device leaves.
Task<std::string> transfer_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
