#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// Avaya's GetAcdSplit: agents and waiting calls of a split.
Task<std::string> get_acd_split(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
