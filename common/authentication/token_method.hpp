#pragma once
#include "common/authentication/claims.hpp"
#include "common/authentication/key_source.hpp"
#include "common/authentication/method.hpp"
#include "common/tasks/clock.hpp"

#include <vector>

namespace ctiengine::authentication {

/// "token": a JSON Web Token of an identity provider (RFC 7519, RFC 8725).
class TokenMethod final : public Method {
  public:
    /// `algorithms`: those of TOKENALGORITHMS. `clock` outlives it.
    TokenMethod(
        std::unique_ptr<KeySource> keys,
        std::vector<jws::Algorithm> algorithms,
        ClaimRules rules,
        const Clock& clock
    );

    std::string_view name() const override { return "token"; }
    bool is_presented(const identity::Credentials& credentials) const override {
        return !credentials.token.empty();
    }
    Result<identity::Identity> check(const identity::Credentials& credentials) override;

  private:
    Result<void> check_signature(const jws::Compact& token);

    std::unique_ptr<KeySource> keys_;
    std::vector<jws::Algorithm> algorithms_;
    ClaimRules rules_;
    const Clock& clock_;
};

}  // namespace ctiengine::authentication
