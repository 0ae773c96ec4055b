#pragma once
#include "config/log_settings.hpp"
#include "config/peer_settings.hpp"

#include <chrono>

namespace ctiengine::config {

/// What the tsapi-worker needs, typed. Relative paths are already resolved against the folder of the settings
/// file.
struct WorkerSettings {
    std::string address;  ///< where gateways connect: unix:PATH or HOST:PORT
    std::string primary_link;
    std::string secondary_link;  ///< empty = none
    std::string user_name;
    std::string password;                 ///< clear; never logged
    std::filesystem::path password_file;  ///< holds the password instead; empty = none
    std::filesystem::path key_ring;
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

/// `allow_plain_password`: the command line said --dev, so TSAPIPASSWORD may stand there as {plain}text.
/// Otherwise such a value is an InvalidSettings error; so is a value in a form that this build cannot
/// decrypt.
Result<WorkerSettings> worker_settings(
    const SettingValues& values, const std::filesystem::path& base, bool allow_plain_password
);

}  // namespace ctiengine::config
