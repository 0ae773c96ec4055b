#include "gateway/requests/consultation_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> consultation_call(RequestContext& context, const IncomingMessage& message) {
    auto request = read_consultation_call(message, context.softphone.dialect.forms);
    return answer_with<csta::NewCall>(context, message, std::move(request), write_consultation_call_response);
}

}  // namespace ctiengine::gateway
