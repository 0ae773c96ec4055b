#include "gateway/requests/get_acd_split.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/device_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> get_acd_split(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_acd_split(message, context.softphone.dialect.forms);
    auto write = [](const csta::AcdSplitAnswer& answer, const Dialect&) {
        return write_get_acd_split_response(answer);
    };
    return answer_with<csta::AcdSplitAnswer>(context, message, std::move(request), write);
}

}  // namespace ctiengine::gateway
