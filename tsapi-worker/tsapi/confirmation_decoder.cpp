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

template <class Conf>
csta::Response new_call(const Conf& from, PrivateContent&& content) {
    return csta::NewCall{typed(from.newCall), std::move(content.call.ucid)};
}

template <class Conf>
csta::Response merged_call(const Conf& from, PrivateContent&& content) {
    return csta::MergedCall{typed(from.newCall), typed(from.connList), std::move(content.call.ucid)};
}

csta::Response call_snapshot(const CSTASnapshotCallConfEvent_t& from, PrivateContent&& content) {
    auto snapshot = typed(from.snapshotData);
    snapshot.device_history = std::move(content.call.device_history);
    return snapshot;
}

}  // namespace

/// Longer than usual: one line for each confirmation with content.
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
        case CSTA_ROUTE_REGISTER_REQ_CONF:
            return RouteRegistered{static_cast<std::int32_t>(u.routeRegister.registerReqID)};
        case CSTA_MAKE_CALL_CONF: return new_call(u.makeCall, std::move(content));
        case CSTA_MAKE_PREDICTIVE_CALL_CONF: return new_call(u.makePredictiveCall, std::move(content));
        case CSTA_CONSULTATION_CALL_CONF: return new_call(u.consultationCall, std::move(content));
        case CSTA_TRANSFER_CALL_CONF: return merged_call(u.transferCall, std::move(content));
        case CSTA_CONFERENCE_CALL_CONF: return merged_call(u.conferenceCall, std::move(content));
        case CSTA_SNAPSHOT_DEVICE_CONF: return Response(typed(u.snapshotDevice.snapshotData));
        case CSTA_SNAPSHOT_CALL_CONF: return call_snapshot(u.snapshotCall, std::move(content));
        case CSTA_SET_AGENT_STATE_CONF: return Response(csta::AgentStateSet{content.agent_pending});
        case CSTA_ESCAPE_SVC_CONF: return std::move(content.answer).value_or(csta::Done());
        default: return decode_query_confirmation(type, event, content).value_or(csta::Done());
    }
}

}  // namespace ctiengine::tsapi
