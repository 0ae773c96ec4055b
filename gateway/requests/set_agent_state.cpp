#include "gateway/requests/set_agent_state.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/agent_reader.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {

Task<std::string> set_agent_state(RequestContext& context, const IncomingMessage& message) {
    auto request = read_set_agent_state(message, context.softphone.dialect.forms);
    auto asked = request ? request->mode : csta::AgentMode::NotReady;
    auto write = [asked](const csta::AgentStateSet& answer, const Dialect& dialect) {
        return write_set_agent_state_response(answer, asked, dialect);
    };
    return answer_with<csta::AgentStateSet>(context, message, std::move(request), write);
}

}  // namespace ctiengine::gateway
