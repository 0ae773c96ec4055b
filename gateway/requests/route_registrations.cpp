#include "gateway/requests/route_registrations.hpp"

namespace ctiengine::gateway {

std::string RouteRegistrations::add(const csta::Device& device) {
    auto id = std::to_string(++last_);
    devices_.emplace(id, device);
    return id;
}

const csta::Device* RouteRegistrations::find(std::string_view register_id) const {
    if (register_id.empty()) return devices_.size() == 1 ? &devices_.begin()->second : nullptr;
    const auto found = devices_.find(register_id);
    return found != devices_.end() ? &found->second : nullptr;
}

const std::string* RouteRegistrations::id_of(const csta::Device& device) const {
    const std::string* any = nullptr;
    for (const auto& [id, registered] : devices_) {
        if (registered == device) return &id;
        if (registered.empty()) any = &id;
    }
    return any;
}

bool RouteRegistrations::remove(std::string_view register_id) {
    const auto found = devices_.find(register_id);
    if (found == devices_.end()) return false;
    devices_.erase(found);
    return true;
}

}  // namespace ctiengine::gateway
