#include "gateway/requests/hold_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> hold_call(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_hold_call(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
