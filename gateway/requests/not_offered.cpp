#include "gateway/requests/not_offered.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/not_offered.hpp"

namespace ctiengine::gateway {

Task<std::string> not_offered(RequestContext& context, const IncomingMessage& message) {
    const auto error = not_offered_error(message.name()).value_or(csta_error(unknown_service(message)));
    co_return refuse(context, error);
}

}  // namespace ctiengine::gateway
