#include "simulator/switch/model/redirect_target.hpp"

namespace ctiengine::simulator {

Outcome<Destination> redirect_target(SwitchCore& core, const Call& call, const std::string& digits) {
    auto found = core.directory.resolve(digits);
    if (found.kind == Destination::Kind::Outside) {
        if (found.trunk_group->idle() > 0) return found;
        return core.refuse(Denial::NoTrunk, "all circuits of the trunk group are in use");
    }
    if (found.agent != nullptr) found.station = core.directory.station(core.station_of_agent(digits));
    if (found.station == nullptr) {
        return core.refuse(
            Denial::InvalidDestination,
            "'" + digits + "' is no station, no logged-in agent and no outside number"
        );
    }
    const auto& extension = found.station->extension;
    if (call.find(extension) != nullptr) {
        return core.refuse(Denial::AlreadyOnCall, extension + " is on the call already");
    }
    if (!core.has_free_appearance(*found.station)) {
        return core.refuse(Denial::UserBusy, "station " + extension + " has no free appearance");
    }
    const auto& state = std::as_const(core.stations).of(extension);
    if (state.forwarding.count(FWD_IMMEDIATE) != 0) {
        return core.refuse(Denial::UserBusy, "station " + extension + " forwards its calls");
    }
    return found;
}

}  // namespace ctiengine::simulator
