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

}  // namespace ctiengine::csta
