#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::grpc_security {

/// What a process of ours is to the others. A certificate names it as its one URI,
/// `spiffe://ctiengine/<role>` (SPIFFE X.509-SVID, section 2: exactly one URI).
enum class Role : std::uint8_t { Gateway, Worker, Admin, License, ClientLogger };

/// "gateway", "worker", "admin", "license", "clientlogger".
std::string_view to_string(Role role);

/// `spiffe://ctiengine/<role>`.
std::string uri_of(Role role);

/// Nothing when the URI names no role of ours. Letter by letter: no normalisation, no case folding.
std::optional<Role> role_from_uri(std::string_view uri);

/// A set of roles, small enough to be a value.
class Roles {
  public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles) {
        for (auto role : roles) bits_ |= bit(role);
    }
    static constexpr Roles all() {
        return {Role::Gateway, Role::Worker, Role::Admin, Role::License, Role::ClientLogger};
    }
    constexpr bool contains(Role role) const { return (bits_ & bit(role)) != 0; }

  private:
    static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
    unsigned bits_ = 0;
};

}  // namespace ctiengine::grpc_security
