#include "gateway/app/authentication.hpp"

#include "common/authentication/authenticators.hpp"
#include "common/ops/process_main.hpp"

namespace ctiengine::gateway {
namespace {

authentication::AuthenticationSettings settings_from(const config::GatewaySettings& gateway) {
    const auto& from = gateway.authentication;
    authentication::AuthenticationSettings settings;
    settings.methods = from.methods;
    settings.users_file = from.users_file;
    settings.client_certificates = !gateway.tls.client_ca.empty();
    settings.token.keys = from.token_keys;
    settings.token.keys_authority = from.token_keys_ca;
    settings.token.issuer = from.token_issuer;
    settings.token.audience = from.token_audience;
    settings.token.algorithms = from.token_algorithms;
    settings.token.user_claim = from.user_claim;
    settings.token.extension_claim = from.extension_claim;
    settings.token.agent_claim = from.agent_claim;
    settings.token.role_claim = from.role_claim;
    return settings;
}

}  // namespace

std::unique_ptr<identity::Authenticator> make_authenticator(
    const config::GatewaySettings& settings, const Clock& clock, audit::AuditTrail& trail
) {
    auto made = authentication::make_authenticator(settings_from(settings), clock, trail);
    if (!made) throw ops::StartError(ops::kInvalidSettings, made.error().detail);
    return std::move(*made);
}

}  // namespace ctiengine::gateway
