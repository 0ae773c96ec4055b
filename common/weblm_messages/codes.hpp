#pragma once
#include <optional>
#include <string_view>

namespace ctiengine::weblm {

enum class Verb { Describe, Acquire, Renew, Release };

/// The licence server's answer, as opposed to what HTTP says about the transport.
enum class ResultCode {
    Ok,
    Partial,          ///< fewer seats than wanted
    DeniedCapacity,   ///< no seat is left
    DeniedFeature,    ///< the licence does not have it
    Expired,          ///< the licence has it no longer
    NoLicense,        ///< no licence for the product is installed
    ReleaseMismatch,  ///< the licence is for another release
    UnknownSession,   ///< acquire anew
    StaleClient,      ///< a later start of the same client was here
    HostMismatch,     ///< the licence is for another server host
    Unsupported,      ///< the verb or the protocol version is not known
    BadRequest,       ///< XML, but not a request of this protocol
    Busy,             ///< try again later
};

/// As on the wire: "Describe", "DENIED_CAPACITY".
std::string_view to_string(Verb verb);
std::string_view to_string(ResultCode code);

/// The reverse; none = there is no such name.
std::optional<Verb> verb_from(std::string_view name);
std::optional<ResultCode> result_code_from(std::string_view name);

}  // namespace ctiengine::weblm
