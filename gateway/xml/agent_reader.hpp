#pragma once
#include "common/csta/requests.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Agent states. Errors as in call_control_reader.hpp; no error ever quotes a password.
namespace ctiengine::gateway {

/// Work mode, reason code (0 to 99) and enablePending come from Avaya's private data; absent = None, 0,
/// false.
Result<csta::SetAgentState> read_set_agent_state(const IncomingMessage& message, DeviceForms& forms);
Result<csta::QueryAgentState> read_get_agent_state(const IncomingMessage& message, DeviceForms& forms);

}  // namespace ctiengine::gateway
