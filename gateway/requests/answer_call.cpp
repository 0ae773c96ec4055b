#include "gateway/requests/answer_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> answer_call(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_answer_call(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
