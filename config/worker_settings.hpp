#pragma once
#include "config/log_settings.hpp"
#include "config/peer_settings.hpp"
#include "config/secrets/password_source.hpp"

#include <chrono>

namespace ctiengine::config {

/// What the tsapi-worker needs, typed. Relative paths are already resolved against the folder of the settings
/// file.
struct WorkerSettings {
    std::string address;  ///< where gateways connect: unix:PATH or HOST:PORT
    std::string primary_link;
    std::string secondary_link;  ///< empty = none
    std::string user_name;
    PasswordPlaces password;  ///< read_password() reads it, at the start and for each stream
    PeerSecurity peers;
    std::filesystem::path library;
    std::filesystem::path private_library;
    std::string ani_masking = "A";  ///< how a number to show is encoded: A, B or C
    std::string ani_layout;         ///< a layout of its own in place of that; empty = none
    unsigned max_outstanding_requests = 100;
    unsigned requests_per_second = 200;
    std::chrono::seconds reconnect_limit{60};
    std::chrono::seconds monitor_linger{30};
    std::chrono::seconds agent_poll{30};
    std::uint64_t journal_bytes = 0;
    std::chrono::minutes journal_age{10};
    LogSettings log;
};

/// What the worker learns from outside its settings file.
struct WorkerCommandLine {
    bool allow_plain_password = false;  ///< --dev: TSAPIPASSWORD may stand there as {plain}text
    std::filesystem::path credentials;  ///< systemd's $CREDENTIALS_DIRECTORY; empty = none
};

/// InvalidSettings when the password cannot be read from the place that counts (see PasswordPlaces).
Result<WorkerSettings> worker_settings(
    const SettingValues& values, const std::filesystem::path& base, const WorkerCommandLine& command_line
);

}  // namespace ctiengine::config
