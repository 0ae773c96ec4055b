#include "simulator/switch/model/call_table.hpp"

#include <cstdio>

namespace ctiengine::simulator {

std::string CallTable::make_ucid() {
    constexpr unsigned kSequenceLimit = 100'000;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(timeline_.wall_now().time_since_epoch());
    char text[32];
    std::snprintf(
        text, sizeof text, "%05d%05u%010lld", ucid_node_, ++calls_made_ % kSequenceLimit,
        static_cast<long long>(seconds.count())
    );
    return text;
}

Call* CallTable::create() {
    if (calls_.size() >= kMaxCallId) return nullptr;
    do {
        last_id_ = last_id_ % kMaxCallId + 1;
    } while (calls_.count(last_id_) != 0);
    Call& call = calls_[last_id_];
    call.id = last_id_;
    call.ucid = make_ucid();
    return &call;
}

Call* CallTable::find(CallId id) {
    const auto found = calls_.find(id);
    return found == calls_.end() ? nullptr : &found->second;
}

Leg CallTable::leg(const ConnectionRef& connection) {
    Call* call = find(connection.call);
    Party* party = call == nullptr ? nullptr : call->find(connection.device);
    return party == nullptr ? Leg{} : Leg{call, party};
}

Leg CallTable::leg(std::uint64_t serial) {
    for (auto& [id, call] : calls_) {
        for (auto& party : call.parties) {
            if (party.serial == serial) return {&call, &party};
        }
    }
    return {};
}

std::vector<Leg> CallTable::legs_of(std::string_view extension) {
    std::vector<Leg> legs;
    for (auto& [id, call] : calls_) {
        Party* party = call.find(extension);
        if (party != nullptr) legs.push_back({&call, party});
    }
    const auto older = [](const Leg& a, const Leg& b) { return a.party->serial < b.party->serial; };
    std::sort(legs.begin(), legs.end(), older);
    return legs;
}

Leg CallTable::active_leg(std::string_view extension) {
    for (const auto& leg : legs_of(extension)) {
        const auto state = leg.party->state;
        if (state == CS_INITIATE || state == CS_CONNECT || state == CS_FAIL) return leg;
    }
    return {};
}

Party& CallTable::add_station(Call& call, const std::string& extension, const NamedDevice& address) {
    auto& party = call.parties.emplace_back();
    party.serial = ++last_serial_;
    party.number = ++call.last_party_number;
    party.device = extension;
    party.address = address;
    return party;
}

Party& CallTable::add_trunk(Call& call, const TrunkLine& line) {
    auto& party = call.parties.emplace_back();
    party.serial = ++last_serial_;
    party.number = ++call.last_party_number;
    party.trunk = true;
    party.device = call.trunk_name(party.number);
    party.line = line;
    return party;
}

void CallTable::move_party(Call& from, std::string_view device, Call& to) {
    const auto found = std::find_if(from.parties.begin(), from.parties.end(), [device](const auto& p) {
        return p.device == device;
    });
    if (found == from.parties.end()) return;
    Party party = std::move(*found);
    from.parties.erase(found);
    party.number = ++to.last_party_number;
    if (party.trunk) {
        const bool named_by_line = party.address.number == party.device;
        party.device = to.trunk_name(party.number);
        if (named_by_line) party.address.number = party.device;
    }
    to.parties.push_back(std::move(party));
}

}  // namespace ctiengine::simulator
