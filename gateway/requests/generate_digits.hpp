#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// GenerateDigits: tones to the other parties of a call.
Task<std::string> generate_digits(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
