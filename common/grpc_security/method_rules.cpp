#include "common/grpc_security/method_rules.hpp"

#include <utility>

namespace ctiengine::grpc_security {

MethodRules& MethodRules::allow(std::string service, Roles roles) {
    services_.insert_or_assign(std::move(service), roles);
    return *this;
}

bool MethodRules::allows(std::string_view path, Role role) const {
    if (!path.starts_with('/')) return false;
    path.remove_prefix(1);
    auto slash = path.find('/');
    if (slash == std::string_view::npos || path.find('/', slash + 1) != std::string_view::npos) return false;
    auto found = services_.find(path.substr(0, slash));
    return found != services_.end() && found->second.contains(role);
}

}  // namespace ctiengine::grpc_security
