// Confirmations of queries.
#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/api_caps.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

#include <iterator>

namespace ctiengine::tsapi {
namespace {

using csta::Response;

Response agent_state(const CSTAQueryAgentStateConfEvent_t& from, const PrivateContent& content) {
    auto answer = content.agent.value_or(csta::AgentStateAnswer());
    answer.state = enum_of<csta::AgentState>(from.agentState);
    return answer;
}

Response forwarding(const CSTAQueryFwdConfEvent_t& from) {
    csta::ForwardingAnswer answer;
    const auto count = std::min<std::size_t>(from.forward.count, std::size(from.forward.param));
    for (std::size_t i = 0; i < count; ++i) answer.entries.push_back(typed(from.forward.param[i]));
    return answer;
}

Response device_info(const CSTAQueryDeviceInfoConfEvent_t& from, const PrivateContent& content) {
    auto answer = content.device_info;
    answer.device = text_of(from.device);
    answer.type = enum_of<csta::DeviceType>(from.deviceType);
    answer.device_class = from.deviceClass;
    return answer;
}

/// Without a check against the security database the user may use every device.
Response device_list(const CSTAGetDeviceListConfEvent_t& from) {
    csta::DeviceListAnswer answer;
    const auto count = std::min<std::size_t>(from.devList.count, std::size(from.devList.device));
    for (std::size_t i = 0; i < count; ++i) answer.devices.push_back(text_of(from.devList.device[i]));
    answer.next_index = static_cast<std::int32_t>(from.index);
    answer.level = number_of(from.level);
    answer.unrestricted = number_of(from.driverSdbLevel) != ACS_AND_CSTA_CHECKING;
    return answer;
}

Response api_caps(const CSTAGetAPICapsConfEvent_t& from, const PrivateContent& content) {
    csta::ApiCapsAnswer answer;
    answer.services = supported_services(from);
    const auto& more = content.caps.services;
    answer.services.insert(answer.services.end(), more.begin(), more.end());
    answer.switch_version = content.caps.switch_version;
    answer.software_version = content.caps.software_version;
    return answer;
}

}  // namespace

std::optional<Response> decode_query_confirmation(
    EventType_t type, const CSTAConfirmationEvent& event, const PrivateContent& content
) {
    const auto& u = event.u;
    switch (type) {
        case CSTA_QUERY_AGENT_STATE_CONF: return agent_state(u.queryAgentState, content);
        case CSTA_QUERY_MWI_CONF:
            return csta::MessageWaitingAnswer{u.queryMwi.messages != 0, content.message_applications};
        case CSTA_QUERY_DND_CONF: return csta::DoNotDisturbAnswer{u.queryDnd.doNotDisturb != 0};
        case CSTA_QUERY_FWD_CONF: return forwarding(u.queryFwd);
        case CSTA_QUERY_LAST_NUMBER_CONF:
            return csta::LastNumberAnswer{text_of(u.queryLastNumber.lastNumber)};
        case CSTA_QUERY_DEVICE_INFO_CONF: return device_info(u.queryDeviceInfo, content);
        case CSTA_GET_DEVICE_LIST_CONF: return device_list(u.getDeviceList);
        case CSTA_GETAPI_CAPS_CONF: return api_caps(u.getAPICaps, content);
        case CSTA_SYS_STAT_REQ_CONF:
            return csta::SystemStatusAnswer{enum_of<csta::SystemStatus>(u.sysStatReq.systemStatus)};
        default: return std::nullopt;
    }
}

}  // namespace ctiengine::tsapi
