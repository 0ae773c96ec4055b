#pragma once
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ctiengine::testing {

struct CertificateSpec {
    std::string common_name = "localhost";
    std::string alternative_names =
        "DNS:localhost,IP:127.0.0.1,IP:::1";  ///< OpenSSL's notation; empty = none
    std::chrono::hours valid_from{-24};       ///< counted from now
    std::chrono::hours valid_until{24 * 30};
    unsigned rsa_bits = 0;  ///< 0 = an elliptic key (P-256), which is made at once
};

/// A certificate with its key.
class Identity {
  public:
    explicit Identity(const CertificateSpec& spec = {});            ///< self-signed
    Identity(const CertificateSpec& spec, const Identity& issuer);  ///< signed by `issuer`

    std::string certificate_pem() const;
    std::string certificate_der() const;
    std::string key_pem() const;
    std::string key_der() const;
    std::string encrypted_key_pem(const std::string& password) const;

  private:
    void build(const CertificateSpec& spec, const Identity& issuer);

    std::shared_ptr<EVP_PKEY> key_;
    std::shared_ptr<X509> certificate_;
};

/// A directory that vanishes with the object.
class TemporaryDirectory {
  public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file below the directory, making folders as needed, and gives its path.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view content) const;

  private:
    std::filesystem::path path_;
};

}  // namespace ctiengine::testing
