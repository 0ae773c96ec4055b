#pragma once
#include "common/connection/message_connection.hpp"

#include <cstddef>
#include <span>
#include <string_view>

/// Every way in which a server turns a client away or ends its connection: one table, so that each has its
/// own label for the counter, its own HTTP status or close code, and its own sentence.
namespace ctiengine::refusals {

enum class Refusal {
    // before the upgrade: HTTP
    TooManyConnections,
    TooManyUnauthenticated,
    TooManyUnauthenticatedFromSource,
    SourceInUse,
    OriginNotAllowed,
    OriginMissing,
    CredentialsInUrl,
    BadToken,
    TokensUnchecked,
    LogInRateAtUpgrade,
    HeaderTooLarge,
    MalformedRequest,
    Draining,
    // below HTTP: the connection is just cut
    TlsHandshakeFailed,
    TlsHandshakeTimeout,
    PlainText,
    UpgradeTimeout,
    ProxyHeader,
    Flooded,
    // open connection: close codes
    NoLogInInTime,
    TooManyFailedLogIns,
    LogInRate,
    AuthenticationExpired,
    Replaced,
    DeniedTooOften,
    RequestRate,
    SlowReader,
    EventTooLarge,
    FrameTooLarge,
    MessageTooLarge,
    MessageBeforeLogInTooLarge,
    ProtocolViolation,
    InvalidText,
    NoSignOfLife,
    IdleTimeout,
    SessionTimerExpired,
    // answered, the connection stays
    LogInRefused,
    DeviceDenied,
    RequestOverRate,
    NoSeat,
    SeatsUnknown,
};

struct RefusalRow {
    Refusal refusal;
    std::string_view label;            ///< of the counter: [a-z_]+
    unsigned http_status;              ///< 0 = not an answer to an HTTP request
    connection::CloseCode close_code;  ///< Normal when it is no close
    bool audited;                      ///< stands in the audit log as well
    std::string_view sentence;         ///< for the client; no secrets, no line end
};

std::span<const RefusalRow> refusal_table();
const RefusalRow& row_of(Refusal refusal);

}  // namespace ctiengine::refusals
