#include "gateway/requests/snapshot_call.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> snapshot_call(RequestContext& context, const IncomingMessage& message) {
    auto request = read_snapshot_call(message, context.softphone.dialect.forms);
    return answer_with<csta::CallSnapshot>(
        context, message, std::move(request), write_snapshot_call_response
    );
}

}  // namespace ctiengine::gateway
