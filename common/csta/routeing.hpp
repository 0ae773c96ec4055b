#pragma once
#include "common/csta/identifiers.hpp"

#include <variant>

/// The routeing dialogue: the switch asks where a call at a VDN shall go, an application answers.
/// Registration is a watch on MonitorObject::Kind::Routeing; `cross_ref` names one dialogue on that
/// device.
namespace ctiengine::csta {

/// Digits the switch shall collect from the caller (ATTUserCollectCode_t).
struct CollectCode {
    std::int32_t type = 0;       ///< ATTCollectCodeType_t; 32 tone detector
    std::int32_t digits = 0;     ///< 1-24
    std::int32_t timeout_s = 0;  ///< 0-63
    Connection party;
    std::int32_t specific_event = 0;  ///< ATTSpecificEvent_t
    bool operator==(const CollectCode&) const = default;
};
/// Digits given to the call as if the caller had entered them (ATTUserProvidedCode_t).
struct ProvidedCode {
    std::int32_t type = 0;  ///< ATTProvidedCodeType_t; 17 data base provided
    std::string digits;     ///< up to 24
    bool operator==(const ProvidedCode&) const = default;
};

/// The answer to RouteRequested.
struct RouteSelect {
    Device routeing_device;
    std::int32_t cross_ref = 0;
    Device selected;
    std::int32_t remaining_retries = -1;  ///< -1 no list, -2 no count
    bool route_used_wanted = false;
    Device direct_agent_split;
    bool priority = false;
    Device dest_route;
    std::optional<CollectCode> collect;
    std::optional<ProvidedCode> provided;
    std::optional<UserData> user_data;
    bool network_redirection = false;
    bool operator==(const RouteSelect&) const = default;
};
/// The application gives up; the vector goes on.
struct RouteEnd {
    Device routeing_device;
    std::int32_t cross_ref = 0;
    UniversalFailure error = UniversalFailure::GenericUnspecified;
    bool operator==(const RouteEnd&) const = default;
};

struct RouteRequested {
    std::int32_t cross_ref = 0;
    PartyDevice current_route;
    PartyDevice calling;
    Connection routed_call;
    std::int32_t algorithm = 0;  ///< SelectValue_t
    bool priority = false;
    CallPrivateData private_data;
    bool operator==(const RouteRequested&) const = default;
};
struct ReRouteRequested {
    std::int32_t cross_ref = 0;
    bool operator==(const ReRouteRequested&) const = default;
};
struct RouteUsed {
    std::int32_t cross_ref = 0;
    PartyDevice used;
    PartyDevice calling;
    bool domain = false;  ///< true: it left the switching domain
    Device dest_route;
    bool operator==(const RouteUsed&) const = default;
};
struct RouteEnded {
    std::int32_t cross_ref = 0;
    UniversalFailure error = UniversalFailure::GenericUnspecified;
    bool operator==(const RouteEnded&) const = default;
};
/// The switch, or the loss of the link, ended the registration.
struct RouteRegistrationEnded {
    bool operator==(const RouteRegistrationEnded&) const = default;
};

using RouteEvent =
    std::variant<RouteRequested, ReRouteRequested, RouteUsed, RouteEnded, RouteRegistrationEnded>;

}  // namespace ctiengine::csta
