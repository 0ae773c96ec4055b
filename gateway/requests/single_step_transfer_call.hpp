#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SingleStepTransferCall: the party goes to another device without a consultation.
Task<std::string> single_step_transfer_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
