#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// SingleStepConferenceCall: a device joins without a consultation, silently or as a full party.
Task<std::string> single_step_conference_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
