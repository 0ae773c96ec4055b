#pragma once
#include "config/log_settings.hpp"
#include "config/peer_settings.hpp"
#include "config/security_settings.hpp"
#include "config/settings_file.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace ctiengine::config {

/// The second port, for programs that frame their messages as in ECMA-323 annex J; in the order of the
/// choices of ANNEXJ.
enum class AnnexJ { Off, Tcp, Tls };

/// What the gateway needs, typed. Relative paths are already resolved against the folder of the settings
/// file.
struct GatewaySettings {
    std::string listen_address;
    std::uint16_t port = 8090;
    AnnexJ annex_j = AnnexJ::Off;
    std::uint16_t annex_j_port = 4722;
    std::filesystem::path certificate;
    std::filesystem::path private_key;
    std::chrono::minutes connection_timeout{60};
    std::chrono::seconds session_duration{3600};
    std::size_t message_size_bytes = 256 * 1024;
    std::size_t send_queue_messages = 1000;
    std::size_t send_queue_bytes = 1024 * 1024;
    std::size_t max_connections = 12000;
    RateLimits rates;
    PortLimits limits;
    SourceRule sources;
    OriginRule origins;
    Authentication authentication;
    TlsRules tls;
    PeerSecurity peers;
    bool log_out_on_timeout = false;
    std::filesystem::path audit_directory;  ///< empty = no audit log
    unsigned audit_retention_days = 365;
    std::string metrics_address;  ///< HOST:PORT; empty = none
    std::chrono::seconds request_timeout{10};
    unsigned threads = 2;
    std::filesystem::path softphone_directory;  ///< empty = nothing is served
    std::string worker_address;                 ///< unix:PATH or HOST:PORT
    std::string license_address;                ///< unix:PATH or HOST:PORT
    std::string gateway_name;                   ///< empty = host name and port
    std::chrono::seconds seat_linger{15};
    LogSettings log;
};

GatewaySettings gateway_settings(const SettingValues& values, const std::filesystem::path& base);

}  // namespace ctiengine::config
