#pragma once
#include "common/csta/events.hpp"
#include "common/csta/responses.hpp"

#include <cstdint>
#include <string>
#include <variant>

/// What a stream brings, free of C structs. Invoke IDs are those the caller gave with the request.
namespace ctiengine::tsapi {

/// The answer to acsOpenStream. Texts are the server's, e.g. "ST2" or "AES8.1".
struct StreamOpened {
    std::uint32_t invoke_id = 0;
    std::string api_version;
    std::string library_version;
    std::string server_version;
    std::string driver_version;
    int private_data_version = 0;  ///< 0 = none negotiated: work modes, UCID and the like are not to be had
    bool operator==(const StreamOpened&) const = default;
};
/// The stream is closed as asked; nothing follows.
struct StreamClosed {
    std::uint32_t invoke_id = 0;
    bool operator==(const StreamClosed&) const = default;
};
/// The stream broke, or could not be opened; nothing follows. `reason` is for an operator.
struct StreamFailed {
    std::string reason;
    bool operator==(const StreamFailed&) const = default;
};
/// The server itself, not the switch, refused a request. See acs_failure_text() and failure_from_acs().
struct AcsFailure {
    std::uint32_t invoke_id = 0;
    std::int32_t number = 0;  ///< ACSUniversalFailure_t; 0 is a real failure
    bool operator==(const AcsFailure&) const = default;
};
struct Confirmation {
    std::uint32_t invoke_id = 0;
    csta::Response response;
    bool operator==(const Confirmation&) const = default;
};
struct MonitorStarted {
    std::uint32_t invoke_id = 0;
    std::int32_t cross_ref = 0;
    bool operator==(const MonitorStarted&) const = default;
};
struct MonitoredEvent {
    std::int32_t cross_ref = 0;
    std::variant<csta::CallEvent, csta::AgentEvent, csta::MonitorEnded> event;
    bool operator==(const MonitoredEvent&) const = default;
};
/// The link between server and switch changed; comes after cstaSysStatStart only.
struct SystemStatus {
    csta::SystemStatus status = csta::SystemStatus::Normal;
    bool operator==(const SystemStatus&) const = default;
};

using TsapiInput = std::variant<
    StreamOpened,
    StreamClosed,
    StreamFailed,
    AcsFailure,
    Confirmation,
    MonitorStarted,
    MonitoredEvent,
    SystemStatus>;

}  // namespace ctiengine::tsapi
