#include "common/authentication/token_method.hpp"

#include <algorithm>
#include <cctype>

namespace ctiengine::authentication {
namespace {

Error refused(const char* what) {
    return {Errc::Refused, what};
}

/// "JWT" or the access tokens of RFC 9068; capitals do not count (RFC 7515 section 4.1.9).
bool is_token_type(std::string type) {
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    if (type.starts_with("application/")) type.erase(0, sizeof("application/") - 1);
    return type.empty() || type == "jwt" || type == "at+jwt";
}

}  // namespace

TokenMethod::TokenMethod(
    std::unique_ptr<KeySource> keys,
    std::vector<jws::Algorithm> algorithms,
    ClaimRules rules,
    const Clock& clock
)
    : keys_(std::move(keys)), algorithms_(std::move(algorithms)), rules_(std::move(rules)), clock_(clock) {}

Result<void> TokenMethod::check_signature(const jws::Compact& token) {
    auto keys = keys_->keys();
    if (!keys) return keys.error();
    const auto* key = (*keys)->find(token.algorithm, token.key_id);
    if (!key) {
        *keys = keys_->newer_than(*keys);
        key = (*keys)->find(token.algorithm, token.key_id);
    }
    if (!key) return refused("TOKENKEYS has no key for the token's kid and alg, or more than one");
    if (!key->verifies(token.algorithm, token.signed_text, token.signature)) {
        return refused("the token's signature is wrong");
    }
    return {};
}

Result<identity::Identity> TokenMethod::check(const identity::Credentials& credentials) {
    auto token = jws::parse_compact(credentials.token);
    if (!token) return Error{Errc::Refused, token.error().detail};
    if (std::count(algorithms_.begin(), algorithms_.end(), token->algorithm) == 0) {
        return refused("the token's alg is not in TOKENALGORITHMS");
    }
    if (!is_token_type(token->type)) return refused("the token's typ is not JWT");
    auto good = check_signature(*token);
    if (!good) return good.error();
    return identity_from_claims(token->payload, rules_, clock_.wall_now());
}

}  // namespace ctiengine::authentication
