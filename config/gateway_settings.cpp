#include "config/gateway_settings.hpp"

namespace ctiengine::config {

GatewaySettings gateway_settings(const SettingValues& values, const std::filesystem::path& base) {
    GatewaySettings settings;
    settings.listen_address = values.text("LISTENADDRESS");
    settings.port = static_cast<std::uint16_t>(values.number("PORT"));
    settings.annex_j = static_cast<AnnexJ>(values.number("ANNEXJ"));
    settings.annex_j_port = static_cast<std::uint16_t>(values.number("ANNEXJPORT"));
    settings.certificate = resolved(base, values.text("CERTIFICATE"));
    settings.private_key = resolved(base, values.text("PRIVATEKEY"));
    settings.connection_timeout = std::chrono::minutes(values.number("CONNECTIONTIMEOUT"));
    settings.session_duration = std::chrono::seconds(values.number("SESSIONDURATION"));
    settings.message_size_bytes = static_cast<std::size_t>(values.number("MESSAGESIZE"));
    settings.send_queue_messages = static_cast<std::size_t>(values.number("SENDQUEUE"));
    settings.max_connections = static_cast<std::size_t>(values.number("MAXCONNECTIONS"));
    settings.request_timeout = std::chrono::seconds(values.number("REQUESTTIMEOUT"));
    settings.threads = static_cast<unsigned>(values.number("THREADS"));
    settings.softphone_directory = resolved(base, values.text("SOFTPHONEDIRECTORY"));
    settings.worker_address = values.text("WORKERADDRESS");
    settings.license_address = values.text("LICENSEADDRESS");
    settings.gateway_name = values.text("GATEWAYNAME");
    settings.seat_linger = std::chrono::seconds(values.number("SEATLINGER"));
    settings.send_queue_bytes = static_cast<std::size_t>(values.number("SENDQUEUESIZE"));
    settings.rates = rate_limits(values);
    settings.limits = port_limits(values);
    settings.sources = source_rule(values);
    settings.origins = origin_rule(values);
    settings.authentication = authentication(values, base);
    settings.tls = tls_rules(values, base);
    settings.peers = peer_security(values, base);
    settings.log_out_on_timeout = values.number("LOGOUTONTIMEOUT") == 1;
    settings.audit_directory = resolved(base, values.text("AUDITDIRECTORY"));
    settings.audit_retention_days = static_cast<unsigned>(values.number("AUDITRETENTION"));
    settings.metrics_address = values.text("METRICSADDRESS");
    settings.log = log_settings(values, base);
    return settings;
}

}  // namespace ctiengine::config
