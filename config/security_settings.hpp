#pragma once
#include "config/settings_file.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// Who may connect, how, and how much. Texts are as they stand in the file, split at commas; the rooms that
/// use them check addresses, origins and names.
namespace ctiengine::config {

/// Time and size limits of a port before and below the session.
struct PortLimits {
    std::size_t frame_bytes = 64 * 1024;
    std::size_t header_bytes = 16 * 1024;
    std::size_t header_count = 64;
    std::chrono::seconds handshake{5};
    std::chrono::seconds upgrade{5};
    std::chrono::seconds log_in{10};
    std::chrono::seconds ping_every{25};
    std::chrono::seconds pong{10};
    std::size_t unauthenticated = 200;
    std::size_t unauthenticated_per_source = 20;
};

struct RateLimits {
    unsigned requests_per_second = 20;  ///< of one session
    unsigned request_burst = 40;
    unsigned log_ins_per_user = 5;  ///< in a minute
    unsigned log_ins_per_source = 30;
};

/// One connection per source, and who is exempt.
struct SourceRule {
    std::size_t most_per_source = 1;          ///< 0 = any number
    std::vector<std::string> load_balancers;  ///< addresses and networks
    bool limit_behind_load_balancer = false;
    bool proxy_protocol = false;
};

struct OriginRule {
    std::vector<std::string> origins;  ///< empty = the server's own names
    bool allow_missing = false;
};

struct Authentication {
    std::vector<std::string> methods;  ///< "users", "token", "certificate", "trusted", in the order of trial
    std::filesystem::path users_file;
    std::string token_keys;  ///< file (already resolved) or https address
    std::filesystem::path token_keys_ca;
    std::string token_issuer;
    std::string token_audience;
    std::vector<std::string> token_algorithms;
    std::string user_claim = "sub";
    std::string extension_claim = "extension";
    std::string agent_claim = "agent_id";
    std::string role_claim = "role";
};

struct TlsRules {
    std::filesystem::path client_ca;  ///< empty = no client certificate is asked for
    std::string ciphers;              ///< empty = our list
    bool session_tickets = true;
};

PortLimits port_limits(const SettingValues& values);
RateLimits rate_limits(const SettingValues& values);
SourceRule source_rule(const SettingValues& values);
OriginRule origin_rule(const SettingValues& values);
Authentication authentication(const SettingValues& values, const std::filesystem::path& base);
TlsRules tls_rules(const SettingValues& values, const std::filesystem::path& base);

}  // namespace ctiengine::config
