#include "gateway/requests/reconnect_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> reconnect_call(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_reconnect_call(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
