#include "simulator/switch/model/call.hpp"

namespace ctiengine::simulator {

Party* Call::find(std::string_view device) {
    const auto found =
        std::find_if(parties.begin(), parties.end(), [device](const auto& p) { return p.device == device; });
    return found == parties.end() ? nullptr : &*found;
}

Party* Call::other_than(std::string_view device) {
    const auto found =
        std::find_if(parties.begin(), parties.end(), [device](const auto& p) { return p.device != device; });
    return found == parties.end() ? nullptr : &*found;
}

std::vector<ListedParty> Call::list() const {
    std::vector<ListedParty> listed;
    for (const auto& party : parties) listed.push_back({connection(party), party.address, party.line});
    return listed;
}

}  // namespace ctiengine::simulator
