#include "simulator/switch/model/station_features.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

Outcome<const StationPlan*> StationFeatures::station(const std::string& device) const {
    const auto* found = core_.directory.station(device);
    if (found == nullptr) return core_.refuse(Denial::UnknownDevice, "'" + device + "' is no station");
    return found;
}

void StationFeatures::report(const DeviceEvent& event) const {
    const bool maintenance = event.type == CSTA_OUT_OF_SERVICE || event.type == CSTA_BACK_IN_SERVICE;
    if (maintenance ? core_.profile.maintenance_events : core_.profile.feature_events) {
        core_.report_device(event);
    }
}

Outcome<void> StationFeatures::set_forwarding(const std::string& device, const Forwarding& forwarding) {
    if (const auto known = station(device); !known) return known.error();
    if (forwarding.on) {
        const auto kind = core_.directory.resolve(forwarding.to).kind;
        if (kind == Destination::Kind::Invalid || forwarding.to == device) {
            return core_.refuse(
                Denial::ForwardingDestination, "calls cannot be forwarded to '" + forwarding.to + "'"
            );
        }
    }
    auto& active = core_.stations.of(device).forwarding;
    active.erase(forwarding.type);
    if (forwarding.on) active[forwarding.type] = forwarding.to;
    DeviceEvent event{CSTA_FORWARDING, device};
    event.on = forwarding.on;
    event.forwarding = forwarding.type;
    event.destination = forwarding.to;
    report(event);
    return {};
}

Outcome<std::vector<Forwarding>> StationFeatures::forwarding(const std::string& device) const {
    if (const auto known = station(device); !known) return known.error();
    std::vector<Forwarding> list;
    for (const auto& [type, to] : std::as_const(core_.stations).of(device).forwarding) {
        list.push_back({type, true, to});
    }
    if (list.empty() || list.front().type != FWD_IMMEDIATE) list.insert(list.begin(), Forwarding{});
    return list;
}

Outcome<void> StationFeatures::set_send_all_calls(const std::string& device, bool on) {
    if (const auto known = station(device); !known) return known.error();
    core_.stations.of(device).send_all_calls = on;
    DeviceEvent event{CSTA_DO_NOT_DISTURB, device};
    event.on = on;
    report(event);
    return {};
}

Outcome<bool> StationFeatures::send_all_calls(const std::string& device) const {
    const auto known = station(device);
    if (!known) return known.error();
    const bool covered = core_.directory.coverage((*known)->coverage_path) != nullptr;
    return covered && std::as_const(core_.stations).of(device).send_all_calls;
}

Outcome<void> StationFeatures::set_message_waiting(const std::string& device, bool on, unsigned application) {
    if (const auto known = station(device); !known) return known.error();
    auto& lit_by = core_.stations.of(device).message_applications;
    lit_by = on ? lit_by | application : lit_by & ~application;
    DeviceEvent event{CSTA_MESSAGE_WAITING, device};
    event.on = lit_by != 0;
    report(event);
    return {};
}

Outcome<unsigned> StationFeatures::message_applications(const std::string& device) const {
    if (const auto known = station(device); !known) return known.error();
    return std::as_const(core_.stations).of(device).message_applications;
}

Outcome<std::string> StationFeatures::last_number(const std::string& device) const {
    if (const auto known = station(device); !known) return known.error();
    return std::as_const(core_.stations).of(device).last_number;
}

Outcome<void> StationFeatures::set_in_service(const std::string& device, bool in_service) {
    if (const auto known = station(device); !known) return known.error();
    auto& state = core_.stations.of(device);
    if (state.out_of_service == !in_service) return {};
    state.out_of_service = !in_service;
    for (auto legs = core_.calls.legs_of(device); !legs.empty(); legs = core_.calls.legs_of(device)) {
        clearing_.drop(legs.front());
    }
    DeviceEvent event{in_service ? CSTA_BACK_IN_SERVICE : CSTA_OUT_OF_SERVICE, device};
    event.on = in_service;
    event.cause = core_.profile.causes.service_changed;
    report(event);
    return {};
}

}  // namespace ctiengine::simulator
