#include "gateway/requests/make_predictive_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/predictive_call_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> make_predictive_call(RequestContext& context, const IncomingMessage& message) {
    auto request = read_make_predictive_call(message, context.softphone.dialect.forms);
    return answer_with<csta::NewCall>(
        context, message, std::move(request), write_make_predictive_call_response
    );
}

}  // namespace ctiengine::gateway
