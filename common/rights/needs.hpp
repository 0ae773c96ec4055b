#pragma once
#include "common/csta/requests.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What a request touches, and who may do that. Used by the gateway, and again by the worker.
namespace ctiengine::rights {

/// One thing that a request needs of its user.
struct Need {
    enum class Kind {
        Control,      ///< to make `name`, a device, do something
        Watch,        ///< to see what happens at `name`
        Agent,        ///< to log in as `name`, an agent ID
        TakePart,     ///< to end or change `call`: one of the user's devices has to be in it
        Listen,       ///< to see `call`: one of the user's devices has to be in it
        Supervision,  ///< to see what concerns many
    };
    Kind kind = Kind::Supervision;
    std::string name{};
    std::uint32_t call = 0;
    bool operator==(const Need&) const = default;
};

/// Everything that `request` needs; empty = anybody who is logged in may do it. There is no default: a
/// service that is not in here does not compile.
///
/// Numbers that a user dials (called, consulted, new destination, forwarded to) need nothing: it is dialling.
std::vector<Need> needs_of(const csta::Request& request);

}  // namespace ctiengine::rights
