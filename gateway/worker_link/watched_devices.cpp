#include "gateway/worker_link/watched_devices.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

bool erase_one(std::vector<WatchedDevices::Listener>& listeners, const WatchedDevices::Listener& listener) {
    auto found = std::find(listeners.begin(), listeners.end(), listener);
    if (found == listeners.end()) return false;
    listeners.erase(found);
    return true;
}

bool ends_monitor(const csta::Event& event) {
    if (std::holds_alternative<csta::MonitorEnded>(event.what)) return true;
    const auto* route = std::get_if<csta::RouteEvent>(&event.what);
    return route && std::holds_alternative<csta::RouteRegistrationEnded>(*route);
}

}  // namespace

bool WatchedDevices::add(const csta::MonitorObject& object, Listener listener) {
    auto [place, fresh] = devices_.try_emplace(object, object);
    place->second.listeners.push_back(std::move(listener));
    return fresh;
}

bool WatchedDevices::remove(const csta::MonitorObject& object, const Listener& listener) {
    auto found = devices_.find(object);
    if (found == devices_.end() || !erase_one(found->second.listeners, listener)) return false;
    if (!found->second.listeners.empty()) return false;
    devices_.erase(found);
    return true;
}

std::vector<csta::MonitorObject> WatchedDevices::forget(const Listener& listener) {
    while (erase_one(system_listeners_, listener)) {
    }
    std::vector<csta::MonitorObject> idle;
    for (auto place = devices_.begin(); place != devices_.end();) {
        bool had_it = false;
        while (erase_one(place->second.listeners, listener)) had_it = true;
        if (had_it && place->second.listeners.empty()) {
            idle.push_back(place->first);
            place = devices_.erase(place);
        } else {
            ++place;
        }
    }
    return idle;
}

void WatchedDevices::add_system(Listener listener) {
    system_listeners_.push_back(std::move(listener));
}

void WatchedDevices::deliver(std::shared_ptr<const NumberedEvent> numbered) {
    const auto& event = numbered->event;
    if (event.concerns_everybody()) {
        for (const auto& listener : system_listeners_) listener->deliver(numbered);
        return;
    }
    auto found = devices_.find(event.object);
    if (found == devices_.end()) return;  // the last listener went while the event was on its way
    auto& watched = found->second;
    const auto* call = std::get_if<csta::CallEvent>(&event.what);
    if (call && event.object.kind == csta::MonitorObject::Kind::AtDevice) watched.view.apply(*call);
    for (std::size_t i = 0; i < watched.listeners.size(); ++i) {
        // One listener with two watches gets the event once; it serves its own monitors.
        auto first = std::find(watched.listeners.begin(), watched.listeners.end(), watched.listeners[i]);
        if (first == watched.listeners.begin() + static_cast<std::ptrdiff_t>(i)) (*first)->deliver(numbered);
    }
    if (ends_monitor(event)) devices_.erase(found);
}

bool WatchedDevices::has(const csta::MonitorObject& object, const Listener& listener) const {
    auto found = devices_.find(object);
    if (found == devices_.end()) return false;
    const auto& listeners = found->second.listeners;
    return std::find(listeners.begin(), listeners.end(), listener) != listeners.end();
}

void WatchedDevices::learn(const csta::Device& device, const csta::DeviceSnapshot& snapshot) {
    auto found = devices_.find(csta::at_device(device));
    if (found != devices_.end()) found->second.view.apply(snapshot);
}

std::vector<csta::CallEvent> WatchedDevices::compare(
    const csta::MonitorObject& object, const csta::DeviceSnapshot& snapshot
) {
    auto found = devices_.find(object);
    if (found == devices_.end()) return {};
    return found->second.view.apply(snapshot);
}

std::vector<csta::MonitorObject> WatchedDevices::objects() const {
    std::vector<csta::MonitorObject> all;
    all.reserve(devices_.size());
    for (const auto& [object, watched] : devices_) all.push_back(object);
    return all;
}

}  // namespace ctiengine::gateway
