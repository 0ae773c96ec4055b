#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// ConsultationCall: holds the existing call and makes a new one.
Task<std::string> consultation_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
