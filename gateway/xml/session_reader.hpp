#pragma once
#include "gateway/messages/session_messages.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Application sessions (ECMA-354). Errors as in call_control_reader.hpp; no error ever quotes a password.
namespace ctiengine::gateway {

/// SessionLoginInfo (Avaya) and EventResume (urn:ctiengine:1) are looked for in applicationSpecificInfo. The
/// first must hold userName; the second may be empty, which asks for numbered events from now on.
Result<StartApplicationSession> read_start_application_session(const IncomingMessage& message);
Result<StopApplicationSession> read_stop_application_session(const IncomingMessage& message);
Result<ResetApplicationSessionTimer> read_reset_application_session_timer(const IncomingMessage& message);

}  // namespace ctiengine::gateway
