#include "gateway/rights_gate/call_departure.hpp"

#include <algorithm>

namespace ctiengine::gateway {
namespace {

bool is_own(const identity::Rights& rights, const csta::Connection& connection) {
    return !connection.dynamic && rights.devices.contains(connection.device);
}

bool without_own(const identity::Rights& rights, const std::vector<csta::ConnectionListItem>& parties) {
    return std::none_of(parties.begin(), parties.end(), [&](const csta::ConnectionListItem& item) {
        return is_own(rights, item.party);
    });
}

}  // namespace

bool leaves_the_call(const identity::Rights& rights, const csta::CallEvent& event) {
    if (rights.role != identity::Role::Agent) return false;
    if (const auto* cleared = std::get_if<csta::ConnectionCleared>(&event.body)) {
        return is_own(rights, cleared->dropped);
    }
    if (const auto* diverted = std::get_if<csta::Diverted>(&event.body)) {
        return is_own(rights, diverted->connection);
    }
    if (const auto* transferred = std::get_if<csta::Transferred>(&event.body)) {
        return without_own(rights, transferred->connections);
    }
    if (const auto* conferenced = std::get_if<csta::Conferenced>(&event.body)) {
        return without_own(rights, conferenced->connections);
    }
    return false;
}

}  // namespace ctiengine::gateway
