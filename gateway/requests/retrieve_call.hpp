#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// RetrieveCall: the held connection is connected again.
Task<std::string> retrieve_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
