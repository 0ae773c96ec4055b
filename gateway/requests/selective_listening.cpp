#include "gateway/requests/selective_listening.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_movement_reader.hpp"

namespace ctiengine::gateway {
namespace {

Task<std::string> answer_selective_listening(
    RequestContext& context, const IncomingMessage& message, bool hold
) {
    auto request = read_selective_listening(message, context.softphone.dialect.forms, hold);
    return answer_avaya_done(context, message, std::move(request));
}

}  // namespace

Task<std::string> selective_listening_hold(RequestContext& context, const IncomingMessage& message) {
    return answer_selective_listening(context, message, true);
}

Task<std::string> selective_listening_retrieve(RequestContext& context, const IncomingMessage& message) {
    return answer_selective_listening(context, message, false);
}

}  // namespace ctiengine::gateway
