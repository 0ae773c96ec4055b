#include "gateway/requests/monitor_table.hpp"

namespace ctiengine::gateway {

std::string MonitorTable::add(csta::MonitorObject object, const MonitorFilter& filter) {
    auto& monitor = monitors_[++last_id_];
    monitor.cross_ref_id = std::to_string(last_id_);
    monitor.object = std::move(object);
    monitor.filter = filter;
    return monitor.cross_ref_id;
}

Monitor* MonitorTable::find(const std::string& cross_ref_id) {
    for (auto& [id, monitor] : monitors_) {
        if (monitor.cross_ref_id == cross_ref_id) return &monitor;
    }
    return nullptr;
}

void MonitorTable::remove(const std::string& cross_ref_id) {
    std::erase_if(monitors_, [&](const auto& entry) { return entry.second.cross_ref_id == cross_ref_id; });
}

std::vector<const Monitor*> MonitorTable::active() const {
    std::vector<const Monitor*> found;
    for (const auto& [id, monitor] : monitors_) {
        if (monitor.active) found.push_back(&monitor);
    }
    return found;
}

std::vector<const Monitor*> MonitorTable::all_on(const csta::MonitorObject& object) const {
    std::vector<const Monitor*> found;
    for (const auto& [id, monitor] : monitors_) {
        if (monitor.object == object) found.push_back(&monitor);
    }
    return found;
}

std::vector<const Monitor*> MonitorTable::active_on(const csta::MonitorObject& object) const {
    auto found = all_on(object);
    std::erase_if(found, [](const Monitor* monitor) { return !monitor->active; });
    return found;
}

}  // namespace ctiengine::gateway
