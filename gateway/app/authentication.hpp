#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/identity/authenticator.hpp"
#include "common/tasks/clock.hpp"
#include "config/gateway_settings.hpp"

#include <memory>

namespace ctiengine::gateway {

/// How users are recognised by the settings. `clock` and `trail` outlive it. Throws ops::StartError when a
/// tag or a file is wrong.
std::unique_ptr<identity::Authenticator> make_authenticator(
    const config::GatewaySettings& settings, const Clock& clock, audit::AuditTrail& trail
);

}  // namespace ctiengine::gateway
