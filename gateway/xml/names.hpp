#pragma once
#include "common/csta/enumerations.hpp"
#include "common/csta/events.hpp"
#include "gateway/messages/monitor_messages.hpp"

/// The words of ECMA-323 edition 3 and of Avaya's private data for the numbers of the switch. A null pointer
/// means: there is no word, leave the element out.
namespace ctiengine::gateway {

/// Values of localConnectionInfo and of localConnectionState.
const char* state_name(csta::ConnectionState state);

/// Attribute typeOfNumber; null for plain device identifiers, whose default needs no attribute.
const char* number_type_name(csta::NumberType type);

/// Element cause; null for None and for numbers that edition 3 has no word for.
const char* cause_name(csta::EventCause cause);

/// The same where the element is mandatory: without a word of its own an event gets the usual cause of its
/// kind, or `normal` for a cause number that edition 3 does not know.
const char* call_cause_name(csta::EventCause cause, EventKind kind);

/// Element agentState: Ready on a call is agentBusy.
const char* agent_state_name(csta::AgentState state, csta::TalkState talk);

/// Element pendingAgentState, from the work mode that waits or from what SetAgentState asked for.
const char* pending_state_name(csta::WorkMode pending);
const char* pending_state_name(csta::AgentMode asked);

/// pendingAgentState of AgentWorkingAfterCallEvent, which has words of its own.
const char* pending_after_call_name(csta::WorkMode pending);

/// Element forwardingType.
const char* forwarding_type_name(csta::ForwardingType type);

/// Avaya's words.
const char* interflow_name(std::int32_t type);               ///< ATTInterflow_t
const char* interflow_priority_name(std::int32_t priority);  ///< ATTPriority_t
const char* work_mode_name(csta::WorkMode mode);
const char* talk_state_name(csta::TalkState state);
const char* answer_reason_name(std::int32_t reason);         ///< ATTReasonCode_t
const char* entered_code_type_name(std::int32_t type);       ///< ATTUserEnteredCodeType_t
const char* progress_location_name(std::int32_t location);   ///< ATTProgressLocation_t
const char* progress_description_name(std::int32_t number);  ///< ATTProgressDescription_t

}  // namespace ctiengine::gateway
