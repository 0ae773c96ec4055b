#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// GetCallLinkageData of Avaya's clients: the UCID of a call.
Task<std::string> get_call_linkage_data(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
