#pragma once
#include "common/csta/identifiers.hpp"

#include <compare>

namespace ctiengine::csta {

/// What is watched: the key of monitors in all processes, and the place where an event belongs.
struct MonitorObject {
    enum class Kind : std::int32_t {
        AtDevice,   ///< a station, or the agents of a split (cstaMonitorDevice)
        ViaDevice,  ///< calls that pass a VDN or split, followed to their end (cstaMonitorCallsViaDevice)
        OfCall,     ///< one call (cstaMonitorCall): `call` counts, `device` is a party of it
        Routeing,   ///< route requests of a VDN (cstaRouteRegisterReq); empty device = all that have no own
    };
    Kind kind = Kind::AtDevice;
    Device device;
    std::uint32_t call = 0;

    auto operator<=>(const MonitorObject&) const = default;
};

inline MonitorObject at_device(Device device) {
    return {MonitorObject::Kind::AtDevice, std::move(device)};
}
inline MonitorObject via_device(Device device) {
    return {MonitorObject::Kind::ViaDevice, std::move(device)};
}
inline MonitorObject of_call(const Connection& call) {
    return {MonitorObject::Kind::OfCall, call.device, call.call};
}
inline MonitorObject routeing(Device device) {
    return {MonitorObject::Kind::Routeing, std::move(device)};
}

/// For logs and the admin service: "4001", "calls via 5001", "call 17", "routeing of 5001".
std::string to_string(const MonitorObject& object);

}  // namespace ctiengine::csta
