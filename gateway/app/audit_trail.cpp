#include "gateway/app/audit_trail.hpp"

#include "common/audit/audit_log.hpp"
#include "common/ops/process_main.hpp"

#include <system_error>

namespace ctiengine::gateway {

std::unique_ptr<audit::AuditTrail> open_audit_trail(
    const config::GatewaySettings& settings, const Clock& clock
) {
    if (settings.audit_directory.empty()) return std::make_unique<audit::NoAudit>();
    audit::AuditLogSettings log;
    log.directory = settings.audit_directory;
    log.retention = std::chrono::days(settings.audit_retention_days);
    try {
        return std::make_unique<audit::AuditLog>(log, clock);
    } catch (const std::system_error& error) {
        throw ops::StartError(
            ops::kCannotStart, "AUDITDIRECTORY " + log.directory.string() + ": " + error.what()
        );
    }
}

}  // namespace ctiengine::gateway
