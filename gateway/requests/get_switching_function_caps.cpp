#include "gateway/requests/get_switching_function_caps.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> get_switching_function_caps(RequestContext& context, const IncomingMessage& message) {
    Result<csta::GetApiCaps> request = csta::GetApiCaps{};
    return answer_with<csta::ApiCapsAnswer>(
        context, message, std::move(request), write_get_switching_function_caps_response
    );
}

}  // namespace ctiengine::gateway
