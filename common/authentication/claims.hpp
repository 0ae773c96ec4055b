#pragma once
#include "common/identity/identity.hpp"
#include "common/result/result.hpp"

#include <chrono>
#include <string>

namespace ctiengine::authentication {

/// What a token must say, and where it says what.
struct ClaimRules {
    std::string issuer;
    std::string audience;
    std::string user = "sub";
    std::string extension = "extension";
    std::string agent = "agent_id";
    std::string role = "role";
};

/// How far the clocks of issuer and gateway may be apart.
inline constexpr std::chrono::seconds kClockSkew{60};

/// The user of a token whose signature is good (RFC 7519): iss, aud, exp, nbf, iat are checked; `expires` is
/// exp and the skew, so that a token which is taken is never over already. Error: Refused, with the claim
/// that is missing or wrong. No detail quotes the token.
Result<identity::Identity> identity_from_claims(
    std::string_view payload, const ClaimRules& rules, std::chrono::system_clock::time_point now
);

}  // namespace ctiengine::authentication
