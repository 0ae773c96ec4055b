#include "tsapi-worker/telephony/monitor_registry.hpp"

namespace ctiengine::telephony {

MonitorRegistry::Entry& MonitorRegistry::watch(const csta::Device& device, const std::string& gateway) {
    auto& entry = entries_.try_emplace(device, device).first->second;
    entry.watchers.insert(gateway);
    entry.idle_since.reset();
    return entry;
}

void MonitorRegistry::unwatch(const csta::Device& device, const std::string& gateway, TimePoint now) {
    auto* entry = find(device);
    if (!entry || entry->watchers.erase(gateway) == 0) return;
    if (entry->watchers.empty()) entry->idle_since = now;
}

void MonitorRegistry::forget_gateway(const std::string& gateway, TimePoint now) {
    for (auto& [device, entry] : entries_) {
        if (entry.watchers.erase(gateway) > 0 && entry.watchers.empty()) entry.idle_since = now;
    }
}

MonitorRegistry::Entry* MonitorRegistry::find(const csta::Device& device) {
    auto found = entries_.find(device);
    return found == entries_.end() ? nullptr : &found->second;
}

const csta::Device* MonitorRegistry::device_of(std::int32_t cross_ref_id) const {
    auto found = by_cross_ref_.find(cross_ref_id);
    return found == by_cross_ref_.end() ? nullptr : &found->second;
}

void MonitorRegistry::confirmed(const csta::Device& device, std::int32_t cross_ref_id) {
    auto* entry = find(device);
    if (!entry) return;
    entry->state = State::Active;
    entry->cross_ref_id = cross_ref_id;
    by_cross_ref_[cross_ref_id] = device;
}

void MonitorRegistry::remove(const csta::Device& device) {
    auto* entry = find(device);
    if (!entry) return;
    // An entry that was lost holds a number that the new link may have given to another device.
    auto mapped = by_cross_ref_.find(entry->cross_ref_id);
    if (mapped != by_cross_ref_.end() && mapped->second == device) by_cross_ref_.erase(mapped);
    entries_.erase(device);
}

void MonitorRegistry::lose_all() {
    by_cross_ref_.clear();
    for (auto& [device, entry] : entries_) {
        if (entry.state == State::Active) entry.restoring = true;
        entry.state = State::Lost;
    }
}

std::vector<MonitorRegistry::Answer> MonitorRegistry::take_late(TimePoint now) {
    std::vector<Answer> late;
    for (auto& [device, entry] : entries_) {
        for (auto place = entry.waiting.begin(); place != entry.waiting.end();) {
            if (place->deadline > now) {
                ++place;
                continue;
            }
            if (place->new_watcher) unwatch(device, place->gateway, now);
            late.push_back(std::move(place->answer));
            place = entry.waiting.erase(place);
        }
    }
    return late;
}

std::vector<csta::Device> MonitorRegistry::lost() const {
    std::vector<csta::Device> devices;
    for (const auto& [device, entry] : entries_) {
        if (entry.state == State::Lost) devices.push_back(device);
    }
    return devices;
}

std::vector<csta::Device> MonitorRegistry::overdue(TimePoint now) const {
    std::vector<csta::Device> devices;
    for (const auto& [device, entry] : entries_) {
        bool idle = entry.idle_since && *entry.idle_since + linger_ <= now;
        if (idle && entry.state != State::Starting) devices.push_back(device);
    }
    return devices;
}

}  // namespace ctiengine::telephony
