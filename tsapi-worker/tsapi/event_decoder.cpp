#include "tsapi-worker/tsapi/event_decoder.hpp"

#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"

namespace ctiengine::tsapi {
namespace {

using What = decltype(MonitorReport::what);

std::optional<What> decode_monitored(
    EventType_t type, const CSTAUnsolicitedEvent& event, PrivateContent&& content
) {
    if (type == CSTA_MONITOR_ENDED) return csta::MonitorEnded{typed(event.u.monitorEnded.cause)};
    if (auto agent = decode_agent_event(type, event, content)) return std::move(*agent);
    if (auto feature = decode_feature_event(type, event)) return std::move(*feature);
    if (auto call = decode_call_event(type, event, std::move(content))) return std::move(*call);
    return std::nullopt;
}

std::optional<SwitchMessage> decode_monitor_report(
    EventType_t type, const CSTAUnsolicitedEvent& event, PrivateContent&& content
) {
    auto what = decode_monitored(type, event, std::move(content));
    if (!what) return std::nullopt;
    return MonitorReport{static_cast<std::int32_t>(event.monitorCrossRefId), std::move(*what)};
}

/// Entered digits that come as CSTA_PRIVATE name no monitor, so there is nobody to tell.
std::optional<SwitchMessage> decode_report(
    EventType_t type, const CSTAEventReport& event, PrivateContent&& content
) {
    if (type == CSTA_SYS_STAT) return StatusReport{enum_of<csta::SystemStatus>(event.u.sysStat.systemStatus)};
    if (auto route = decode_route_report(type, event, std::move(content))) return std::move(*route);
    return std::nullopt;
}

bool may_be_agent_login(const ACSEventHeader_t& header) {
    switch (header.eventClass) {
        case CSTACONFIRMATION: return header.eventType == CSTA_ESCAPE_SVC_CONF;
        case CSTAUNSOLICITED: return header.eventType == CSTA_PRIVATE_STATUS;
        case CSTAEVENTREPORT: return header.eventType == CSTA_PRIVATE;
        default: return false;
    }
}

}  // namespace

std::optional<SwitchMessage> decode_event(
    const TsapiFunctions& library, const CSTAEvent_t& event, ATTPrivateData_t& private_data
) {
    const auto type = event.eventHeader.eventType;
    auto content = decode_private_data(library, private_data);
    switch (event.eventHeader.eventClass) {
        case CSTAUNSOLICITED:
            return decode_monitor_report(type, event.event.cstaUnsolicited, std::move(content));
        case CSTACONFIRMATION: {
            const auto& confirmation = event.event.cstaConfirmation;
            return Confirmation{
                static_cast<std::uint32_t>(confirmation.invokeID),
                decode_confirmation(library, type, confirmation, std::move(content))};
        }
        case CSTAREQUEST: {
            auto route = decode_route_request(type, event.event.cstaRequest, std::move(content));
            if (!route) return std::nullopt;
            return std::move(*route);
        }
        case CSTAEVENTREPORT: return decode_report(type, event.event.cstaEventReport, std::move(content));
        default: return std::nullopt;
    }
}

std::optional<AgentLogin> decode_agent_login(
    const TsapiFunctions& library, const CSTAEvent_t& event, ATTPrivateData_t& private_data
) {
    if (!may_be_agent_login(event.eventHeader)) return std::nullopt;
    auto content = decode_private_data(library, private_data);
    if (content.agents) return std::move(*content.agents);
    if (!content.promised_agents || event.eventHeader.eventClass != CSTACONFIRMATION) return std::nullopt;
    const auto invoke_id = static_cast<std::uint32_t>(event.event.cstaConfirmation.invokeID);
    return AgentLoginPromise{invoke_id, *content.promised_agents};
}

}  // namespace ctiengine::tsapi
