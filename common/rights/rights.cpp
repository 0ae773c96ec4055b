#include "common/rights/rights.hpp"

#include <algorithm>

namespace ctiengine::rights {
namespace {

using identity::Role;
using Kind = Need::Kind;

std::string named(const std::string& device) {
    return device.empty() ? "a device that is not named" : device;
}

std::optional<Denial> denial_of(const identity::Rights& rights, const Need& need) {
    const bool own = rights.devices.contains(need.name);
    const bool supervises = rights.role >= Role::Supervisor;
    switch (need.kind) {
        case Kind::Control:
            if (own) return std::nullopt;
            return Denial{"this user may not control " + named(need.name)};
        case Kind::Watch:
            if (own || supervises) return std::nullopt;
            return Denial{"this user may not watch " + named(need.name)};
        case Kind::Agent:
            if (rights.agent_ids.contains(need.name)) return std::nullopt;
            return Denial{"this user may not work as agent " + need.name};
        case Kind::Supervision:
            if (supervises) return std::nullopt;
            return Denial{"this takes the role of a supervisor"};
        case Kind::TakePart:
        case Kind::Listen: return std::nullopt;  // the switch has to be asked
    }
    return Denial{"this user may not do that"};
}

}  // namespace

std::optional<Denial> denial_of(const identity::Rights& rights, const csta::Request& request) {
    if (rights.role == Role::Admin) return std::nullopt;
    for (const auto& need : needs_of(request)) {
        if (auto denial = denial_of(rights, need)) return denial;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> call_to_prove(const identity::Rights& rights, const csta::Request& request) {
    if (rights.role == Role::Admin) return std::nullopt;
    for (const auto& need : needs_of(request)) {
        const bool by_role = need.kind == Kind::Listen && rights.role >= Role::Supervisor;
        if (need.kind == Kind::TakePart || (need.kind == Kind::Listen && !by_role)) return need.call;
    }
    return std::nullopt;
}

bool takes_part(const identity::Rights& rights, const csta::CallSnapshot& call) {
    return std::any_of(call.parties.begin(), call.parties.end(), [&](const csta::CallParty& party) {
        return !party.connection.dynamic && rights.devices.contains(party.connection.device);
    });
}

Denial not_in_call(std::uint32_t call) {
    return {"this user has no part in call " + std::to_string(call)};
}

}  // namespace ctiengine::rights
