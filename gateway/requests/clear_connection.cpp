#include "gateway/requests/clear_connection.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> clear_connection(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_clear_connection(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
