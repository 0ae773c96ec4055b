#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

namespace ctiengine::tsapi {
namespace {

csta::Response failure(const TsapiFunctions& library, std::int32_t value) {
    const auto* name = library.cstaErrorString
                           ? library.cstaErrorString(static_cast<CSTAUniversalFailure_t>(value))
                           : nullptr;
    return csta::Failure{
        static_cast<csta::UniversalFailure>(value),
        "the switch refused: " + std::string(name ? name : "unnamed reason") + " (" + std::to_string(value) +
            ")"};
}

csta::Response agent_state(const AgentState_t& state, const PrivateContent& content) {
    auto answer = content.agent.value_or(csta::AgentStateAnswer());
    answer.state = enum_of<csta::AgentState>(state);
    return answer;
}

/// QueryUcid is the only escape service sent. A switch that gives no UCID confirms with zeros or with
/// nothing.
csta::Response escape(PrivateContent&& content) {
    return csta::UcidAnswer{std::move(content.call.ucid)};
}

}  // namespace

Answer decode_confirmation(
    const TsapiFunctions& library,
    EventType_t type,
    const CSTAConfirmationEvent& event,
    PrivateContent&& content
) {
    const auto& u = event.u;
    using csta::Response;
    switch (type) {
        case CSTA_UNIVERSAL_FAILURE_CONF: return failure(library, number_of(u.universalFailure.error));
        case CSTA_MONITOR_CONF:
            return MonitorStarted{static_cast<std::int32_t>(u.monitorStart.monitorCrossRefID)};
        case CSTA_MAKE_CALL_CONF:
            return Response(csta::NewCall{typed(u.makeCall.newCall), std::move(content.call.ucid)});
        case CSTA_CONSULTATION_CALL_CONF:
            return Response(csta::NewCall{typed(u.consultationCall.newCall), std::move(content.call.ucid)});
        case CSTA_TRANSFER_CALL_CONF:
            return Response(csta::MergedCall{
                typed(u.transferCall.newCall), typed(u.transferCall.connList), std::move(content.call.ucid)});
        case CSTA_CONFERENCE_CALL_CONF:
            return Response(csta::MergedCall{
                typed(u.conferenceCall.newCall), typed(u.conferenceCall.connList),
                std::move(content.call.ucid)});
        case CSTA_SNAPSHOT_DEVICE_CONF: return Response(typed(u.snapshotDevice.snapshotData));
        case CSTA_SNAPSHOT_CALL_CONF: return Response(typed(u.snapshotCall.snapshotData));
        case CSTA_SET_AGENT_STATE_CONF: return Response(csta::AgentStateSet{content.agent_pending});
        case CSTA_QUERY_AGENT_STATE_CONF: return agent_state(u.queryAgentState.agentState, content);
        case CSTA_SYS_STAT_REQ_CONF: {
            auto status = enum_of<csta::SystemStatus>(u.sysStatReq.systemStatus);
            return Response(csta::SystemStatusAnswer{status});
        }
        case CSTA_ESCAPE_SVC_CONF: return escape(std::move(content));
        default: return Response(csta::Done());
    }
}

}  // namespace ctiengine::tsapi
