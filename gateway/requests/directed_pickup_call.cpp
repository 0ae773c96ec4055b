#include "gateway/requests/directed_pickup_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_movement_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> directed_pickup_call(RequestContext& context, const IncomingMessage& message) {
    auto request = read_directed_pickup_call(message, context.softphone.dialect.forms);
    return answer_with<csta::NewCall>(
        context, message, std::move(request), write_directed_pickup_call_response
    );
}

}  // namespace ctiengine::gateway
