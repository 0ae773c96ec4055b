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

}  // namespace

bool WatchedDevices::add(const csta::Device& device, Listener listener) {
    auto [place, fresh] = devices_.try_emplace(device, device);
    place->second.listeners.push_back(std::move(listener));
    return fresh;
}

bool WatchedDevices::remove(const csta::Device& device, const Listener& listener) {
    auto found = devices_.find(device);
    if (found == devices_.end() || !erase_one(found->second.listeners, listener)) return false;
    if (!found->second.listeners.empty()) return false;
    devices_.erase(found);
    return true;
}

std::vector<csta::Device> WatchedDevices::forget(const Listener& listener) {
    while (erase_one(system_listeners_, listener)) {
    }
    std::vector<csta::Device> idle;
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

void WatchedDevices::deliver(std::shared_ptr<const NumberedEvent> event) {
    if (event->event.device.empty()) {
        for (const auto& listener : system_listeners_) listener->deliver(event);
        return;
    }
    auto found = devices_.find(event->event.device);
    if (found == devices_.end()) return;  // the last listener went while the event was on its way
    auto& watched = found->second;
    if (const auto* call = std::get_if<csta::CallEvent>(&event->event.what)) watched.view.apply(*call);
    for (std::size_t i = 0; i < watched.listeners.size(); ++i) {
        // One listener with two watches gets the event once; it serves its own monitors.
        auto first = std::find(watched.listeners.begin(), watched.listeners.end(), watched.listeners[i]);
        if (first == watched.listeners.begin() + static_cast<std::ptrdiff_t>(i)) (*first)->deliver(event);
    }
}

std::vector<csta::CallEvent> WatchedDevices::compare(
    const csta::Device& device, const csta::DeviceSnapshot& snapshot
) {
    auto found = devices_.find(device);
    if (found == devices_.end()) return {};
    return found->second.view.apply(snapshot);
}

std::vector<csta::Device> WatchedDevices::devices() const {
    std::vector<csta::Device> all;
    all.reserve(devices_.size());
    for (const auto& [device, watched] : devices_) all.push_back(device);
    return all;
}

}  // namespace ctiengine::gateway
