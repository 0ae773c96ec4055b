#pragma once
#include <nlohmann/json.hpp>
#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>

namespace ctiengine::testing {

/// RFC 4648 section 5 without padding; of OpenSSL's own encoder, so that ours is not tested by itself.
std::string base64url(std::string_view bytes);

/// A key pair of an identity provider.
class SigningKey {
  public:
    static SigningKey rsa(unsigned bits = 2048);
    static SigningKey elliptic(const std::string& curve = "P-256");
    static SigningKey ed25519();

    /// Its public half as a member of a JSON Web Key Set; `kid` empty = none.
    nlohmann::json jwk(const std::string& kid = {}) const;

    /// SubjectPublicKeyInfo, as a forger would use it for a shared secret.
    std::string public_pem() const;

    /// The signature part, not encoded. `alg`: RS256, PS256, ES256 or EdDSA; other names sign as the key
    /// does.
    std::string sign(const std::string& alg, const std::string& text) const;

    /// A token: `header` gets signed as its "alg" says.
    std::string token(const nlohmann::json& header, const std::string& payload) const;

  private:
    explicit SigningKey(EVP_PKEY* key) : key_(key, &::EVP_PKEY_free) {}

    std::shared_ptr<EVP_PKEY> key_;
};

/// {"keys": [...]}
std::string key_set(const std::vector<nlohmann::json>& keys);

}  // namespace ctiengine::testing
