#include "common/refusals/refusal.hpp"

#include <array>

namespace ctiengine::refusals {
namespace {

using Code = connection::CloseCode;

// In the order of the enumeration; the test holds both against each other.
// clang-format off
constexpr std::array kRows = {
    RefusalRow{Refusal::TooManyConnections, "too_many_connections", 503, Code::Normal, false, "This server has as many connections as it may have. Try again later."},
    RefusalRow{Refusal::TooManyUnauthenticated, "too_many_unauthenticated", 503, Code::Normal, false, "Too many connections wait for a log-in. Try again later."},
    RefusalRow{Refusal::TooManyUnauthenticatedFromSource, "too_many_unauthenticated_from_source", 429, Code::Normal, false, "Too many connections from this address wait for a log-in. Log in on them or close them first."},
    RefusalRow{Refusal::SourceInUse, "source_limit", 409, Code::Normal, true, "There is a live connection from this address already, and MAXPERSOURCE allows no more. Close it first."},
    RefusalRow{Refusal::OriginNotAllowed, "origin", 403, Code::Normal, true, "Pages of this origin may not connect. Add it to ORIGINS if they should."},
    RefusalRow{Refusal::OriginMissing, "origin_missing", 403, Code::Normal, true, "A client without an Origin header needs a token or a client certificate."},
    RefusalRow{Refusal::CredentialsInUrl, "credentials_in_url", 400, Code::Normal, true, "Credentials do not belong into the address: send them in StartApplicationSession, in Authorization or in Sec-WebSocket-Protocol."},
    RefusalRow{Refusal::BadToken, "token", 401, Code::Normal, true, "The token is not valid here, or no longer."},
    RefusalRow{Refusal::TokensUnchecked, "token_unchecked", 503, Code::Normal, false, "Tokens cannot be checked at the moment. Try again later."},
    RefusalRow{Refusal::LogInRateAtUpgrade, "log_in_rate_at_upgrade", 429, Code::Normal, true, "Too many log-ins in the last minute. Wait a minute."},
    RefusalRow{Refusal::HeaderTooLarge, "header", 431, Code::Normal, false, "The request's headers are longer than this server accepts."},
    RefusalRow{Refusal::MalformedRequest, "malformed_request", 400, Code::Normal, false, "This is no HTTP/1.1 request that this server understands."},
    RefusalRow{Refusal::Draining, "draining", 503, Code::Normal, false, "This server is being restarted. Connect to another one, or try again."},

    RefusalRow{Refusal::TlsHandshakeFailed, "tls", 0, Code::Normal, false, "The TLS handshake failed."},
    RefusalRow{Refusal::TlsHandshakeTimeout, "tls_timeout", 0, Code::Normal, false, "The TLS handshake was not finished in time."},
    RefusalRow{Refusal::PlainText, "plain_text", 400, Code::Normal, false, "This port speaks TLS: use wss:// or https:// instead of ws:// or http://"},
    RefusalRow{Refusal::UpgradeTimeout, "upgrade_timeout", 0, Code::Normal, false, "The HTTP request was not finished in time."},
    RefusalRow{Refusal::ProxyHeader, "proxy_header", 0, Code::Normal, true, "The connection does not begin with the PROXY header that it must have, or has one that is not acceptable."},
    RefusalRow{Refusal::Flooded, "flood", 0, Code::Normal, false, "Far too many connections."},

    RefusalRow{Refusal::NoLogInInTime, "log_in_timeout", 0, Code::PolicyViolation, false, "no session was started in time"},
    RefusalRow{Refusal::TooManyFailedLogIns, "failed_log_ins", 0, Code::PolicyViolation, true, "too many failed log-ins"},
    RefusalRow{Refusal::LogInRate, "log_in_rate", 0, Code::TryAgainLater, true, "too many log-ins in the last minute; wait a minute"},
    RefusalRow{Refusal::AuthenticationExpired, "authentication_expired", 0, Code::AuthenticationExpired, true, "the token has expired; log in with a new one"},
    RefusalRow{Refusal::Replaced, "replaced", 0, Code::Replaced, true, "another connection has taken this one's place"},
    RefusalRow{Refusal::DeniedTooOften, "denied_too_often", 0, Code::PolicyViolation, true, "too many requests for devices of others"},
    RefusalRow{Refusal::RequestRate, "request_rate", 0, Code::TryAgainLater, false, "too many requests; slow down"},
    RefusalRow{Refusal::SlowReader, "slow_reader", 0, Code::TryAgainLater, false, "the client does not read"},
    RefusalRow{Refusal::EventTooLarge, "event_size", 0, Code::InternalError, false, "a message does not fit into its frame"},
    RefusalRow{Refusal::FrameTooLarge, "frame_size", 0, Code::MessageTooBig, false, "a frame is longer than FRAMESIZE"},
    RefusalRow{Refusal::MessageTooLarge, "message_size", 0, Code::MessageTooBig, false, "a message is longer than MESSAGESIZE"},
    RefusalRow{Refusal::MessageBeforeLogInTooLarge, "message_size_before_log_in", 0, Code::MessageTooBig, false, "a message before the log-in is longer than 16384 bytes"},
    RefusalRow{Refusal::ProtocolViolation, "protocol", 0, Code::ProtocolError, false, "the framing is broken"},
    RefusalRow{Refusal::InvalidText, "invalid_text", 0, Code::InvalidPayload, false, "not acceptable XML, or text that is not UTF-8"},
    RefusalRow{Refusal::NoSignOfLife, "no_pong", 0, Code::Normal, false, "the client gave no sign of life"},
    RefusalRow{Refusal::IdleTimeout, "idle", 0, Code::GoingAway, false, "idle"},
    RefusalRow{Refusal::SessionTimerExpired, "session_timer", 0, Code::Normal, false, "session timer expired"},

    RefusalRow{Refusal::LogInRefused, "log_in", 0, Code::Normal, true, "the log-in was refused"},
    RefusalRow{Refusal::DeviceDenied, "device", 0, Code::Normal, true, "this user may not do that to this device"},
    RefusalRow{Refusal::RequestOverRate, "request_over_rate", 0, Code::Normal, false, "too many requests; slow down"},
    RefusalRow{Refusal::NoSeat, "seat", 0, Code::Normal, true, "no seat is left in the licence"},
    RefusalRow{Refusal::SeatsUnknown, "seats_unknown", 0, Code::Normal, false, "the licence service cannot tell whether a seat is left"},
};
// clang-format on

}  // namespace

std::span<const RefusalRow> refusal_table() {
    return kRows;
}

const RefusalRow& row_of(Refusal refusal) {
    return kRows.at(static_cast<std::size_t>(refusal));
}

}  // namespace ctiengine::refusals
