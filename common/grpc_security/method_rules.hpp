#pragma once
#include "common/grpc_security/role.hpp"

#include <map>
#include <string>
#include <string_view>

namespace ctiengine::grpc_security {

/// Which roles may call which gRPC service. A service that is not named here is closed to everybody, so a
/// new service is shut until somebody decides.
class MethodRules {
  public:
    /// `service`: full name with its package, e.g. "ctiengine.tsapi.v1.Telephony".
    MethodRules& allow(std::string service, Roles roles);

    /// `path` as in HTTP/2: "/package.Service/Method". A path of another form is never allowed.
    bool allows(std::string_view path, Role role) const;

  private:
    std::map<std::string, Roles, std::less<>> services_;
};

}  // namespace ctiengine::grpc_security
