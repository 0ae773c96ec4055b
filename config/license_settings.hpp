#pragma once
#include "config/log_settings.hpp"
#include "config/peer_settings.hpp"
#include "config/settings_file.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ctiengine::config {

/// The licence server, and what to ask it for.
struct WeblmSettings {
    std::vector<std::string> urls;  ///< in the order of trial; empty = none is asked
    std::filesystem::path authority;
    std::string pin;
    std::string users_keyword;
    bool by_adapter = false;
    std::string adapter_address;
};

/// What license-svc needs, typed. Relative paths are already resolved against the folder of the settings
/// file.
struct LicenseSettings {
    std::string address;  ///< where gateways connect: unix:PATH or HOST:PORT
    bool primary = true;
    std::uint32_t users = 0;     ///< of a primary server
    std::uint32_t ha_users = 0;  ///< of a stand-by
    WeblmSettings weblm;
    std::filesystem::path file;
    std::filesystem::path public_key;
    std::string mac_interface;  ///< empty = of the default route
    std::filesystem::path state;
    std::string metrics_address;            ///< HOST:PORT; empty = none
    std::filesystem::path audit_directory;  ///< empty = no audit log
    unsigned audit_retention_days = 365;
    PeerSecurity peers;
    LogSettings log;

    /// Users to take from whichever licence counts.
    std::uint32_t demand() const { return primary ? users : ha_users; }
};

/// InvalidSettings when USERS, HA_USERS and PRIMARYCTI contradict each other.
Result<LicenseSettings> license_settings(const SettingValues& values, const std::filesystem::path& base);

}  // namespace ctiengine::config
