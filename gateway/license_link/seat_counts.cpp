#include "gateway/license_link/seat_counts.hpp"

namespace ctiengine::gateway {

bool SeatCounts::join(const std::string& key) {
    const auto found = sessions_.find(key);
    if (found == sessions_.end()) return false;
    ++found->second;
    return true;
}

bool SeatCounts::leave(const std::string& key) {
    const auto found = sessions_.find(key);
    if (found == sessions_.end() || --found->second > 0) return false;
    sessions_.erase(found);
    return true;
}

std::vector<std::string> SeatCounts::keys() const {
    std::vector<std::string> all;
    all.reserve(sessions_.size());
    for (const auto& [key, count] : sessions_) all.push_back(key);
    return all;
}

}  // namespace ctiengine::gateway
