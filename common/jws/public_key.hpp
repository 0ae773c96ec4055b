#pragma once
#include "common/jws/algorithm.hpp"
#include "common/result/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

using EVP_PKEY = struct evp_pkey_st;

namespace ctiengine::jws {

/// A key that signatures are checked with.
class PublicKey {
  public:
    /// One member of a JSON Web Key Set (RFC 7517). Errors: InvalidValue, with what is wrong: not a public
    /// key for signatures, RSA under 2048 or over 8192 bits, a curve other than P-256 and Ed25519.
    static Result<PublicKey> from_jwk(const nlohmann::json& jwk);

    /// SubjectPublicKeyInfo in PEM. Errors: InvalidValue, as above; `least_rsa_bits` is 2048 to 8192.
    static Result<PublicKey> from_pem(std::string_view pem, int least_rsa_bits);

    const std::optional<std::string>& id() const { return id_; }

    /// May it check signatures of this algorithm? By its type and by its "alg".
    bool fits(Algorithm algorithm) const;

    /// Is `signature` that of `text`? False for everything else. Any thread.
    bool verifies(Algorithm algorithm, const std::string& text, const std::string& signature) const;

  private:
    enum class Type { Rsa, P256, Ed25519 };

    std::shared_ptr<EVP_PKEY> key_;
    Type type_ = Type::Rsa;
    std::optional<std::string> id_;
    std::optional<Algorithm> only_for_;
};

}  // namespace ctiengine::jws
