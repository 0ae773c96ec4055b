#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/authentication/token_settings.hpp"
#include "common/identity/authenticator.hpp"
#include "common/tasks/clock.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::authentication {

struct AuthenticationSettings {
    std::vector<std::string> methods;  ///< "users", "token", "certificate"; or "trusted" alone
    std::filesystem::path users_file;
    bool client_certificates = false;  ///< are clients asked for them? (CLIENTCA)
    TokenSettings token;
};

/// The methods of AUTHENTICATION as one authenticator. Warns on the log when nobody is checked. `clock` and
/// `trail` outlive it. Errors: InvalidSettings, with the tag that is wrong and the way out; a list of users
/// with mistakes is one of them. A server of keys that does not answer yet is none.
Result<std::unique_ptr<identity::Authenticator>> make_authenticator(
    const AuthenticationSettings& settings, const Clock& clock, audit::AuditTrail& trail
);

}  // namespace ctiengine::authentication
