#pragma once
#include "ctiengine/license/v1/license.pb.h"
#include "gateway/license_link/license_gate.hpp"

namespace ctiengine::gateway {

/// The answer of license-svc as a session gets it; nothing = granted.
std::optional<SeatRefusal> refusal_of(const license::v1::Verdict& verdict);

/// The mode in words, for the log.
std::string words_of(const license::v1::LicenseMode& mode);

}  // namespace ctiengine::gateway
