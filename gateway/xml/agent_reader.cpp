#include "gateway/xml/agent_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

constexpr std::array<Word<csta::AgentMode>, 5> kRequestedStates = {{
    {"loggedOn", csta::AgentMode::LogIn},
    {"loggedOff", csta::AgentMode::LogOut},
    {"notReady", csta::AgentMode::NotReady},
    {"ready", csta::AgentMode::Ready},
    {"workingAfterCall", csta::AgentMode::WorkNotReady},
}};
constexpr std::array<Word<csta::WorkMode>, 4> kWorkModes = {{
    {"autoIn", csta::WorkMode::AutoIn},
    {"manualIn", csta::WorkMode::ManualIn},
    {"afterCallWork", csta::WorkMode::AfterCallWork},
    {"auxWork", csta::WorkMode::AuxWork},
}};
constexpr int kLargestReasonCode = 99;

}  // namespace

Result<csta::SetAgentState> read_set_agent_state(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::SetAgentState request;
    request.device = fields.device("device");
    request.mode = fields.word<csta::AgentMode>("requestedAgentState", kRequestedStates);
    request.agent_id = fields.optional_text("agentID");
    request.password = fields.secret_text("password");
    request.group = fields.optional_device("group");
    auto data = fields.inside_private("SetAgentStatePrivateData");
    request.work_mode = data.optional_word<csta::WorkMode>("workMode", kWorkModes, csta::WorkMode::None);
    request.reason_code =
        static_cast<std::int32_t>(data.optional_number("reasonCode", 0, kLargestReasonCode).value_or(0));
    request.enable_pending = data.optional_flag("enablePending");
    fields.join(data);
    return fields.finish(std::move(request));
}

Result<csta::QueryAgentState> read_get_agent_state(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    csta::QueryAgentState request;
    request.device = fields.device("device");
    request.group = fields.optional_device("acdGroup");
    return fields.finish(std::move(request));
}

}  // namespace ctiengine::gateway
