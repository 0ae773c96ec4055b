#include "gateway/requests/forwarding.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/feature_reader.hpp"
#include "gateway/xml/feature_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> set_forwarding(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_set_forwarding(message, context.softphone.dialect.forms));
}

Task<std::string> get_forwarding(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_forwarding(message, context.softphone.dialect.forms);
    return answer_with<csta::ForwardingAnswer>(
        context, message, std::move(request), write_get_forwarding_response
    );
}

}  // namespace ctiengine::gateway
