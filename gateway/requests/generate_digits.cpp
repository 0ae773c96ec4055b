#include "gateway/requests/generate_digits.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/call_movement_reader.hpp"

namespace ctiengine::gateway {

Task<std::string> generate_digits(RequestContext& context, const IncomingMessage& message) {
    return answer_done(context, message, read_generate_digits(message, context.softphone.dialect.forms));
}

}  // namespace ctiengine::gateway
