#include "gateway/requests/deflect_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_movement_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> deflect_call(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_deflect_call(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
