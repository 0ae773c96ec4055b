#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// AnswerCall (ECMA-323 clause 15): the alerting connection is connected; auto-answer sets go off-hook by
/// themselves.
Task<std::string> answer_call(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway
