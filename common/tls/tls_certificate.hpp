#pragma once
#include "common/result/result.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::tls {

struct FreeX509 {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Certificate = std::unique_ptr<X509, FreeX509>;
using PrivateKey = std::unique_ptr<EVP_PKEY, FreeKey>;

/// The certificates of a PEM file in their order; at least one. InvalidSettings names the file and the way
/// out.
Result<std::vector<Certificate>> read_certificates(const std::filesystem::path& file);

/// The private key of a PEM file. InvalidSettings as above.
Result<PrivateKey> read_private_key(const std::filesystem::path& file);

/// Do the certificates follow each other, is the key that of the first one, are all of them valid at `now`?
Result<void> check_certificates(
    const std::vector<Certificate>& chain,
    EVP_PKEY* key,
    const std::filesystem::path& chain_file,
    const std::filesystem::path& key_file,
    std::chrono::system_clock::time_point now
);

/// What works but will bite: one sentence each.
std::vector<std::string> certificate_warnings(X509* certificate, const std::filesystem::path& file);

std::chrono::system_clock::time_point end_of_validity(X509* certificate);

}  // namespace ctiengine::tls
