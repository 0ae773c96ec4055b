#pragma once
#include "gateway/messages/session_messages.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Application sessions (ECMA-354). Errors as in call_control_reader.hpp; no error ever quotes a password or
/// a token.
namespace ctiengine::gateway {

/// SessionLoginInfo (Avaya), Token and EventResume (urn:ctiengine:1) are looked for in
/// applicationSpecificInfo. The log-in is what the first two hold: userName may be missing where a token or a
/// certificate says who it is. EventResume may be empty, which asks for numbered events from now on.
Result<StartApplicationSession> read_start_application_session(const IncomingMessage& message);
Result<StopApplicationSession> read_stop_application_session(const IncomingMessage& message);
/// extensions may hold a fresh Token.
Result<ResetApplicationSessionTimer> read_reset_application_session_timer(const IncomingMessage& message);

}  // namespace ctiengine::gateway
