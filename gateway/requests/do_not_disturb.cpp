#include "gateway/requests/do_not_disturb.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/feature_reader.hpp"
#include "gateway/xml/feature_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> set_do_not_disturb(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_set_do_not_disturb(message, context.softphone.dialect.forms));
}

Task<std::string> get_do_not_disturb(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_do_not_disturb(message, context.softphone.dialect.forms);
    return answer_with<csta::DoNotDisturbAnswer>(
        context, message, std::move(request), write_get_do_not_disturb_response
    );
}

}  // namespace ctiengine::gateway
