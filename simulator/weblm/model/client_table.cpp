#include "simulator/weblm/model/client_table.hpp"

#include <algorithm>

namespace ctiengine::weblm_sim {

Client* ClientTable::find(const std::string& id) {
    const auto found = clients_.find(id);
    return found == clients_.end() ? nullptr : &found->second;
}

Client* ClientTable::enter(const weblm::ClientId& id) {
    auto* known = find(id.id);
    if (!known) {
        if (!make_room()) return nullptr;
        known = &clients_[id.id];
    }
    known->id = id;
    return known;
}

bool ClientTable::make_room() {
    if (clients_.size() < most_) return true;
    const auto idle = std::find_if(clients_.begin(), clients_.end(), [](const auto& entry) {
        return !entry.second.holding;
    });
    if (idle == clients_.end()) return false;
    clients_.erase(idle);
    return true;
}

void ClientTable::drop_lapsed(std::chrono::steady_clock::time_point now) {
    for (auto& [id, client] : clients_) {
        if (client.holding && client.holding->lease_end <= now) client.holding.reset();
    }
}

std::uint64_t ClientTable::seats_in_use(const std::string& keyword, const std::string& except) const {
    std::uint64_t sum = 0;
    for (const auto& [id, client] : clients_) {
        if (!client.holding || id == except) continue;
        const auto held = client.holding->seats.find(keyword);
        if (held != client.holding->seats.end()) sum += held->second;
    }
    return sum;
}

std::vector<const Client*> ClientTable::holders() const {
    std::vector<const Client*> holders;
    for (const auto& [id, client] : clients_) {
        if (client.holding) holders.push_back(&client);
    }
    std::stable_sort(holders.begin(), holders.end(), [](const Client* left, const Client* right) {
        return left->holding->lease_end < right->holding->lease_end;
    });
    return holders;
}

}  // namespace ctiengine::weblm_sim
