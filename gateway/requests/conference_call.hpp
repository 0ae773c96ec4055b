#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// ConferenceCall: joins both calls; the device stays. Up to six parties.
Task<std::string> conference_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
