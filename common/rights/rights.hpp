#pragma once
#include "common/csta/responses.hpp"
#include "common/identity/identity.hpp"
#include "common/rights/needs.hpp"

#include <optional>
#include <string>

namespace ctiengine::rights {

/// Why not, in words for a developer: "may not control 4002".
struct Denial {
    std::string what;
};

/// May this user do that, as far as names can tell? Numbers are compared exactly: another spelling of a
/// number is another number, so whatever the switch might make of it is denied. What needs a part in a call
/// is left to call_to_prove().
std::optional<Denial> denial_of(const identity::Rights& rights, const csta::Request& request);

/// The call in which one of the user's devices has to be, by the switch's own word; empty = none has to be
/// proven.
std::optional<std::uint32_t> call_to_prove(const identity::Rights& rights, const csta::Request& request);

/// Is one of the user's devices in the call?
bool takes_part(const identity::Rights& rights, const csta::CallSnapshot& call);

/// What a user is told who has no part in the call.
Denial not_in_call(std::uint32_t call);

}  // namespace ctiengine::rights
