#pragma once
#include "license-svc/file_licence/licence_claims.hpp"
#include "license-svc/license_sign/issuer_key.hpp"

#include <string>

namespace ctiengine::license {

/// The claims as JSON, as they are signed. `release`: for which one, "4.5"; empty = for all.
std::string claims_json(const LicenceClaims& claims, const std::string& release);

/// The licence file: one line with its end. `claims`: JSON, not looked at.
std::string licence_text(const std::string& claims, const IssuerKey& key);

}  // namespace ctiengine::license
