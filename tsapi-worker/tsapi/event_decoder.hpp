#pragma once
#include "tsapi-worker/tsapi/att_private_data.hpp"
#include "tsapi-worker/tsapi/switch_stream.hpp"

namespace ctiengine::tsapi {

/// Turns one event of the library into a typed message; nothing when the event is of no interest (ACS events,
/// which the stream handles itself, and what the interface has no message for). The event may be forgotten
/// afterwards: nothing in the message points into it.
std::optional<SwitchMessage> decode_event(
    const TsapiFunctions& library, const CSTAEvent_t& event, ATTPrivateData_t& private_data
);

/// QueryAgentLogin is confirmed with a promise of events, which bring the extensions in pieces.
struct AgentLoginPromise {
    std::uint32_t invoke_id = 0;
    std::int32_t cross_ref = 0;
};
using AgentLogin = std::variant<AgentLoginPromise, AgentLoginPiece>;

/// The part of such an answer, if the event is one; to be asked before decode_event().
std::optional<AgentLogin> decode_agent_login(
    const TsapiFunctions& library, const CSTAEvent_t& event, ATTPrivateData_t& private_data
);

// The families; used by decode_event and by its tests.
std::optional<csta::CallEvent> decode_call_event(
    EventType_t type, const CSTAUnsolicitedEvent& event, PrivateContent&& content
);
std::optional<csta::AgentEvent> decode_agent_event(
    EventType_t type, const CSTAUnsolicitedEvent& event, const PrivateContent& content
);
std::optional<csta::FeatureEvent> decode_feature_event(EventType_t type, const CSTAUnsolicitedEvent& event);
std::optional<RouteReport> decode_route_request(
    EventType_t type, const CSTARequestEvent& event, PrivateContent&& content
);
std::optional<RouteReport> decode_route_report(
    EventType_t type, const CSTAEventReport& event, PrivateContent&& content
);
/// An escape service whose confirmation brings nothing is Done: what that means, its sender knows.
Answer decode_confirmation(
    const TsapiFunctions& library,
    EventType_t type,
    const CSTAConfirmationEvent& event,
    PrivateContent&& content
);
std::optional<csta::Response> decode_query_confirmation(
    EventType_t type, const CSTAConfirmationEvent& event, const PrivateContent& content
);

}  // namespace ctiengine::tsapi
