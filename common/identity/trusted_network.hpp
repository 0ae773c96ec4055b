#pragma once
#include "common/identity/authenticator.hpp"

namespace ctiengine::identity {

/// Nobody is checked: whoever reaches the port is who he says he is, and may do everything. The manual's own
/// model; only by AUTHENTICATION trusted, with a warning at each start.
class TrustedNetwork final : public Authenticator {
  public:
    Task<Result<Identity>> authenticate(Credentials credentials) override {
        if (credentials.user.empty()) {
            Error nameless{Errc::Refused, "nobody says who the user is"};
            co_return nameless;
        }
        Identity anybody;
        anybody.user = std::move(credentials.user);
        anybody.rights.role = Role::Admin;
        anybody.proven_by = "trusted";
        co_return anybody;
    }
    bool takes_tokens() const override { return false; }
};

}  // namespace ctiengine::identity
