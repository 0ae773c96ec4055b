#pragma once
#include "config/settings_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace ctiengine::config {

/// How our own processes recognise each other.
struct PeerSecurity {
    std::filesystem::path certificate;  ///< these three are for TCP; empty = TCP is not possible
    std::filesystem::path private_key;
    std::filesystem::path authority;
    std::vector<std::string> users;  ///< names of users of this host who may connect by Unix socket
};

PeerSecurity peer_security(const SettingValues& values, const std::filesystem::path& base);

}  // namespace ctiengine::config
