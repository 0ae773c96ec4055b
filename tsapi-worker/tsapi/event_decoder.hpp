#pragma once
#include "tsapi-worker/tsapi/att_private_data.hpp"
#include "tsapi-worker/tsapi/switch_stream.hpp"

namespace ctiengine::tsapi {

/// Turns one event of the library into a typed message; nothing when the event is of no interest (ACS events,
/// which the stream handles itself, features nobody subscribed to, routing). The event may be forgotten
/// afterwards: nothing in the message points into it.
std::optional<SwitchMessage> decode_event(
    const TsapiFunctions& library, const CSTAEvent_t& event, ATTPrivateData_t& private_data
);

// The families; used by decode_event and by its tests.
std::optional<csta::CallEvent> decode_call_event(
    EventType_t type, const CSTAUnsolicitedEvent& event, PrivateContent&& content
);
std::optional<csta::AgentEvent> decode_agent_event(
    EventType_t type, const CSTAUnsolicitedEvent& event, const PrivateContent& content
);
Answer decode_confirmation(
    const TsapiFunctions& library,
    EventType_t type,
    const CSTAConfirmationEvent& event,
    PrivateContent&& content
);

}  // namespace ctiengine::tsapi
