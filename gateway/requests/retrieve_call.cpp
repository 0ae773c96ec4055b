#include "gateway/requests/retrieve_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> retrieve_call(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_retrieve_call(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
