#include "gateway/requests/single_step_conference_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_movement_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> single_step_conference_call(RequestContext& context, const IncomingMessage& message) {
    auto request = read_single_step_conference_call(message, context.softphone.dialect.forms);
    return answer_with<csta::MergedCall>(
        context, message, std::move(request), write_single_step_conference_call_response
    );
}

}  // namespace ctiengine::gateway
