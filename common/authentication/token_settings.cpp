#include "common/authentication/token_settings.hpp"

#include "common/authentication/https_fetch.hpp"
#include "common/authentication/key_file.hpp"
#include "common/authentication/key_server.hpp"
#include "common/authentication/token_method.hpp"

namespace ctiengine::authentication {
namespace {

using Algorithms = std::vector<jws::Algorithm>;

Error wrong(const std::string& what) {
    return {Errc::InvalidSettings, what};
}

Result<Algorithms> algorithms_from(const std::vector<std::string>& names) {
    Algorithms algorithms;
    for (const auto& name : names) {
        const auto algorithm = jws::algorithm_from(name);
        if (!algorithm) {
            return wrong("TOKENALGORITHMS: '" + name + "' is none of RS256, PS256, ES256, EdDSA");
        }
        algorithms.push_back(*algorithm);
    }
    if (algorithms.empty()) return wrong("TOKENALGORITHMS is empty: name RS256, PS256, ES256 or EdDSA");
    return algorithms;
}

Result<std::unique_ptr<KeySource>> open_keys(
    const TokenSettings& settings, const Clock& clock, audit::AuditTrail& trail
) {
    if (settings.keys.empty()) {
        return wrong(
            "AUTHENTICATION has token, but TOKENKEYS is empty: name a file or an https address with the keys"
        );
    }
    if (settings.keys.starts_with("https://")) {
        HttpsSource source;
        source.address = settings.keys;
        source.authority = settings.keys_authority;
        auto fetch = [source] { return fetch_https(source); };
        return std::make_unique<KeyServer>(settings.keys, std::move(fetch), clock, trail);
    }
    if (settings.keys.find("://") != std::string::npos) {
        return wrong(
            "TOKENKEYS: '" + settings.keys + "' is neither a file nor an address that begins with https://"
        );
    }
    auto file = KeyFile::open(settings.keys, clock, trail);
    if (!file) return wrong("TOKENKEYS: " + file.error().detail);
    return file;
}

}  // namespace

Result<std::unique_ptr<Method>> make_token_method(
    const TokenSettings& settings, const Clock& clock, audit::AuditTrail& trail
) {
    if (settings.issuer.empty()) {
        return wrong("AUTHENTICATION has token, but TOKENISSUER is empty: give the iss of the tokens");
    }
    if (settings.audience.empty()) {
        return wrong("AUTHENTICATION has token, but TOKENAUDIENCE is empty: give the aud of the tokens");
    }
    auto algorithms = algorithms_from(settings.algorithms);
    if (!algorithms) return algorithms.error();
    auto keys = open_keys(settings, clock, trail);
    if (!keys) return keys.error();
    ClaimRules rules;
    rules.issuer = settings.issuer;
    rules.audience = settings.audience;
    rules.user = settings.user_claim;
    rules.extension = settings.extension_claim;
    rules.agent = settings.agent_claim;
    rules.role = settings.role_claim;
    return std::make_unique<TokenMethod>(std::move(*keys), std::move(*algorithms), std::move(rules), clock);
}

}  // namespace ctiengine::authentication
