#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// Avaya's SelectiveListeningHold: a party stops hearing one other party, or all.
Task<std::string> selective_listening_hold(RequestContext& context, const IncomingMessage& message);

/// SelectiveListeningRetrieve: it hears them again.
Task<std::string> selective_listening_retrieve(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
