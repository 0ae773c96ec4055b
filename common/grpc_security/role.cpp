#include "common/grpc_security/role.hpp"

namespace ctiengine::grpc_security {
namespace {

constexpr std::string_view kTrustDomain = "spiffe://ctiengine/";
constexpr Role kRoles[] = {Role::Gateway, Role::Worker, Role::Admin, Role::License, Role::ClientLogger};

}  // namespace

std::string_view to_string(Role role) {
    switch (role) {
        case Role::Gateway: return "gateway";
        case Role::Worker: return "worker";
        case Role::Admin: return "admin";
        case Role::License: return "license";
        case Role::ClientLogger: return "clientlogger";
    }
    return "?";
}

std::string uri_of(Role role) {
    return std::string(kTrustDomain).append(to_string(role));
}

std::optional<Role> role_from_uri(std::string_view uri) {
    for (auto role : kRoles)
        if (uri == uri_of(role)) return role;
    return std::nullopt;
}

}  // namespace ctiengine::grpc_security
