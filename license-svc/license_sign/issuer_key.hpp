#pragma once
#include "common/result/result.hpp"

#include <memory>
#include <string>
#include <string_view>

using EVP_PKEY = struct evp_pkey_st;

namespace ctiengine::license {

/// The supplier's private key. Immutable: any thread.
class IssuerKey {
  public:
    /// "rsa" (3072 bits), "ec" (P-256) or "ed25519". InvalidValue for another type.
    static Result<IssuerKey> generate(std::string_view type);
    /// Does this PEM need a password?
    static bool is_encrypted(std::string_view pem);
    /// PEM, with `password` when it is encrypted. InvalidValue when it is no key that licences are signed
    /// with.
    static Result<IssuerKey> from_pem(std::string_view pem, std::string_view password = {});

    std::string private_pem() const;
    std::string public_pem() const;

    /// "PS256", "ES256" or "EdDSA".
    std::string algorithm() const;
    /// The signature as it stands in a JWS, not encoded.
    std::string sign(const std::string& text) const;

  private:
    explicit IssuerKey(EVP_PKEY* key);

    std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace ctiengine::license
