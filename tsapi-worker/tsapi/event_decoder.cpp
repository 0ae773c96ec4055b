#include "tsapi-worker/tsapi/event_decoder.hpp"

#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"

namespace ctiengine::tsapi {
namespace {

std::optional<SwitchMessage> decode_monitor_report(
    EventType_t type, const CSTAUnsolicitedEvent& event, PrivateContent&& content
) {
    MonitorReport report;
    report.cross_ref = static_cast<std::int32_t>(event.monitorCrossRefId);
    if (type == CSTA_MONITOR_ENDED) {
        report.what = csta::MonitorEnded{typed(event.u.monitorEnded.cause)};
        return report;
    }
    if (auto agent = decode_agent_event(type, event, content)) {
        report.what = std::move(*agent);
        return report;
    }
    auto call = decode_call_event(type, event, std::move(content));
    if (!call) return std::nullopt;
    report.what = std::move(*call);
    return report;
}

}  // namespace

std::optional<SwitchMessage> decode_event(
    const TsapiFunctions& library, const CSTAEvent_t& event, ATTPrivateData_t& private_data
) {
    const auto type = event.eventHeader.eventType;
    switch (event.eventHeader.eventClass) {
        case CSTAUNSOLICITED:
            return decode_monitor_report(
                type, event.event.cstaUnsolicited, decode_private_data(library, private_data)
            );
        case CSTACONFIRMATION: {
            const auto& confirmation = event.event.cstaConfirmation;
            auto content = decode_private_data(library, private_data);
            return Confirmation{
                static_cast<std::uint32_t>(confirmation.invokeID),
                decode_confirmation(library, type, confirmation, std::move(content))};
        }
        case CSTAEVENTREPORT:
            if (type == CSTA_SYS_STAT) {
                const auto& status = event.event.cstaEventReport.u.sysStat.systemStatus;
                return StatusReport{enum_of<csta::SystemStatus>(status)};
            }
            return std::nullopt;
        default: return std::nullopt;
    }
}

}  // namespace ctiengine::tsapi
