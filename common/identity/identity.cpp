#include "common/identity/identity.hpp"

namespace ctiengine::identity {

std::string_view to_string(Role role) {
    switch (role) {
        case Role::Agent: return "agent";
        case Role::Supervisor: return "supervisor";
        case Role::Admin: return "admin";
    }
    return "agent";
}

std::optional<Role> role_from(std::string_view word) {
    for (auto role : {Role::Agent, Role::Supervisor, Role::Admin}) {
        if (word == to_string(role)) return role;
    }
    return std::nullopt;
}

}  // namespace ctiengine::identity
