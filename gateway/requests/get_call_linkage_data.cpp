#include "gateway/requests/get_call_linkage_data.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> get_call_linkage_data(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_call_linkage_data(message, context.softphone.dialect.forms);
    return answer_with<csta::UcidAnswer>(
        context, message, std::move(request), write_get_call_linkage_data_response
    );
}

}  // namespace ctiengine::gateway
