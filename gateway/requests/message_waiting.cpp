#include "gateway/requests/message_waiting.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/feature_reader.hpp"
#include "gateway/xml/feature_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> set_message_waiting(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_set_message_waiting(message, context.softphone.dialect.forms));
}

Task<std::string> get_message_waiting(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_message_waiting(message, context.softphone.dialect.forms);
    return answer_with<csta::MessageWaitingAnswer>(
        context, message, std::move(request), write_get_message_waiting_response
    );
}

}  // namespace ctiengine::gateway
