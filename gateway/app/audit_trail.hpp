#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/tasks/clock.hpp"
#include "config/gateway_settings.hpp"

#include <memory>

namespace ctiengine::gateway {

/// The audit log that the settings ask for, or none. `clock` outlives it. Throws ops::StartError when it
/// cannot be written.
std::unique_ptr<audit::AuditTrail> open_audit_trail(
    const config::GatewaySettings& settings, const Clock& clock
);

}  // namespace ctiengine::gateway
