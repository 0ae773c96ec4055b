// The switch's side of the routeing dialogue: requests (class 3) and reports (class 6).
#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"
#include "tsapi-worker/tsapi/event_decoder.hpp"

namespace ctiengine::tsapi {
namespace {

/// The older messages name devices by their number only.
csta::PartyDevice party_of(const DeviceID_t& number) {
    csta::PartyDevice party;
    party.number = text_of(number);
    if (!party.number.empty()) party.status = csta::PartyDevice::Status::Provided;
    return party;
}
csta::PartyDevice party_of(const ExtendedDeviceID_t& device) {
    return typed(device);
}

template <class Message>
RouteReport report(const Message& from, csta::RouteEvent what) {
    return {static_cast<std::int32_t>(from.routeRegisterReqID), std::move(what)};
}

template <class Request>
RouteReport requested(const Request& from, PrivateContent&& content) {
    csta::RouteRequested what;
    what.cross_ref = static_cast<std::int32_t>(from.routingCrossRefID);
    what.current_route = party_of(from.currentRoute);
    what.calling = party_of(from.callingDevice);
    what.routed_call = typed(from.routedCall);
    what.algorithm = number_of(from.routedSelAlgorithm);
    what.priority = from.priority != 0;
    what.private_data = std::move(content.call);
    return report(from, std::move(what));
}

template <class Used>
RouteReport used(const Used& from, PrivateContent&& content) {
    csta::RouteUsed what;
    what.cross_ref = static_cast<std::int32_t>(from.routingCrossRefID);
    what.used = party_of(from.routeUsed);
    what.calling = party_of(from.callingDevice);
    what.domain = from.domain != 0;
    what.dest_route = std::move(content.dest_route);
    return report(from, std::move(what));
}

RouteReport ended(const CSTARouteEndEvent_t& from) {
    const auto dialogue = static_cast<std::int32_t>(from.routingCrossRefID);
    return report(from, csta::RouteEnded{dialogue, enum_of<csta::UniversalFailure>(from.errorValue)});
}

}  // namespace

std::optional<RouteReport> decode_route_request(
    EventType_t type, const CSTARequestEvent& event, PrivateContent&& content
) {
    const auto& u = event.u;
    switch (type) {
        case CSTA_ROUTE_REQUEST: return requested(u.routeRequest, std::move(content));
        case CSTA_ROUTE_REQUEST_EXT: return requested(u.routeRequestExt, std::move(content));
        case CSTA_RE_ROUTE_REQUEST: {
            const auto dialogue = static_cast<std::int32_t>(u.reRouteRequest.routingCrossRefID);
            return report(u.reRouteRequest, csta::ReRouteRequested{dialogue});
        }
        default: return std::nullopt;
    }
}

std::optional<RouteReport> decode_route_report(
    EventType_t type, const CSTAEventReport& event, PrivateContent&& content
) {
    const auto& u = event.u;
    switch (type) {
        case CSTA_ROUTE_USED: return used(u.routeUsed, std::move(content));
        case CSTA_ROUTE_USED_EXT: return used(u.routeUsedExt, std::move(content));
        case CSTA_ROUTE_END: return ended(u.routeEnd);
        case CSTA_ROUTE_REGISTER_ABORT: return report(u.registerAbort, csta::RouteRegistrationEnded{});
        default: return std::nullopt;
    }
}

}  // namespace ctiengine::tsapi
