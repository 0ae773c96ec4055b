#include "config/security_settings.hpp"

#include "config/log_settings.hpp"
#include "config/setting_list.hpp"

namespace ctiengine::config {
namespace {

std::size_t size(const SettingValues& values, std::string_view tag) {
    return static_cast<std::size_t>(values.number(tag));
}
unsigned count(const SettingValues& values, std::string_view tag) {
    return static_cast<unsigned>(values.number(tag));
}
std::chrono::seconds seconds(const SettingValues& values, std::string_view tag) {
    return std::chrono::seconds(values.number(tag));
}

}  // namespace

PortLimits port_limits(const SettingValues& values) {
    PortLimits limits;
    limits.frame_bytes = size(values, "FRAMESIZE");
    limits.header_bytes = size(values, "HEADERSIZE");
    limits.header_count = size(values, "HEADERCOUNT");
    limits.handshake = seconds(values, "HANDSHAKETIMEOUT");
    limits.upgrade = seconds(values, "UPGRADETIMEOUT");
    limits.log_in = seconds(values, "LOGINTIMEOUT");
    limits.ping_every = seconds(values, "PINGINTERVAL");
    limits.pong = seconds(values, "PONGTIMEOUT");
    limits.unauthenticated = size(values, "MAXUNAUTHENTICATED");
    limits.unauthenticated_per_source = size(values, "MAXUNAUTHENTICATEDPERSOURCE");
    return limits;
}

RateLimits rate_limits(const SettingValues& values) {
    RateLimits rates;
    rates.requests_per_second = count(values, "REQUESTRATE");
    rates.request_burst = count(values, "REQUESTBURST");
    rates.log_ins_per_user = count(values, "LOGINSPERUSER");
    rates.log_ins_per_source = count(values, "LOGINSPERSOURCE");
    return rates;
}

SourceRule source_rule(const SettingValues& values) {
    SourceRule rule;
    rule.most_per_source = size(values, "MAXPERSOURCE");
    rule.load_balancers = list_of(values.text("LOADBALANCER"));
    rule.limit_behind_load_balancer = values.number("LIMITBEHINDLB") == 1;
    rule.proxy_protocol = values.number("PROXYPROTOCOL") == 1;
    return rule;
}

OriginRule origin_rule(const SettingValues& values) {
    OriginRule rule;
    rule.origins = list_of(values.text("ORIGINS"));
    rule.allow_missing = values.number("ALLOWMISSINGORIGIN") == 1;
    return rule;
}

Authentication authentication(const SettingValues& values, const std::filesystem::path& base) {
    Authentication how;
    how.methods = list_of(values.text("AUTHENTICATION"));
    how.users_file = resolved(base, values.text("USERSFILE"));
    how.token_keys = values.text("TOKENKEYS");
    const bool is_file = !how.token_keys.empty() && how.token_keys.find("://") == std::string::npos;
    if (is_file) how.token_keys = resolved(base, how.token_keys).string();
    how.token_keys_ca = resolved(base, values.text("TOKENKEYSCA"));
    how.token_issuer = values.text("TOKENISSUER");
    how.token_audience = values.text("TOKENAUDIENCE");
    how.token_algorithms = list_of(values.text("TOKENALGORITHMS"));
    how.user_claim = values.text("TOKENUSERCLAIM");
    how.extension_claim = values.text("TOKENEXTENSIONCLAIM");
    how.agent_claim = values.text("TOKENAGENTCLAIM");
    how.role_claim = values.text("TOKENROLECLAIM");
    return how;
}

TlsRules tls_rules(const SettingValues& values, const std::filesystem::path& base) {
    TlsRules rules;
    rules.client_ca = resolved(base, values.text("CLIENTCA"));
    rules.ciphers = values.text("TLSCIPHERS");
    rules.session_tickets = values.number("SESSIONTICKETS") == 1;
    return rules;
}

}  // namespace ctiengine::config
