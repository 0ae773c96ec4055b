#pragma once
#include "gateway/messages/session_messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Answers and notices of ECMA-354. Every writer returns a complete XML document. `sentence` tells a client
/// developer what is wrong; it travels as `Detail` (urn:ctiengine:1) in `extensions`; empty = none.
namespace ctiengine::gateway {

std::string write_session_started(const SessionStarted& answer);
std::string write_session_not_started(StartRefusal why, std::string_view sentence);

std::string write_session_stopped();
/// The only defined reason is invalidSessionID.
std::string write_session_not_stopped(std::string_view sentence);

/// `authentication_left`: until the token expires; empty = never.
std::string write_timer_reset(
    std::chrono::seconds granted, std::optional<std::chrono::seconds> authentication_left = std::nullopt
);
std::string write_timer_not_reset(ResetRefusal why, std::string_view sentence);

/// Unasked (invoke ID 9999).
std::string write_session_terminated(std::string_view session_id, Termination why);
/// The same with words of our own as reason, e.g. "idle".
std::string write_session_terminated(std::string_view session_id, std::string_view server_reason);

}  // namespace ctiengine::gateway
