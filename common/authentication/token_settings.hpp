#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/authentication/method.hpp"
#include "common/tasks/clock.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::authentication {

struct TokenSettings {
    std::string keys;  ///< file or https address of the JSON Web Key Set
    std::filesystem::path keys_authority;
    std::string issuer;
    std::string audience;
    std::vector<std::string> algorithms;
    std::string user_claim = "sub";
    std::string extension_claim = "extension";
    std::string agent_claim = "agent_id";
    std::string role_claim = "role";
};

/// Errors: InvalidSettings, with the tag that is wrong and the way out. A server of keys is not asked yet.
Result<std::unique_ptr<Method>> make_token_method(
    const TokenSettings& settings, const Clock& clock, audit::AuditTrail& trail
);

}  // namespace ctiengine::authentication
