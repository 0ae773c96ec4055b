#include "gateway/requests/get_agent_state.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/agent_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> get_agent_state(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_agent_state(message, context.softphone.dialect.forms);
    return answer_with<csta::AgentStateAnswer>(
        context, message, std::move(request), write_get_agent_state_response
    );
}

}  // namespace ctiengine::gateway
