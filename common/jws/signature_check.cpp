#include "common/jws/signature_check.hpp"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <memory>
#include <optional>

namespace ctiengine::jws {
namespace {

constexpr std::size_t kCurveBytes = 32;
constexpr int kSaltAsLongAsDigest = -1;  // RFC 7518 section 3.5

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// r and s side by side (RFC 7518 section 3.4) to the DER that OpenSSL takes. Zeros are refused here and not
/// left to a library's version.
std::optional<std::string> der_from_raw(const std::string& raw) {
    if (raw.size() != 2 * kCurveBytes) return std::nullopt;
    BIGNUM* r = ::BN_bin2bn(bytes_of(raw), kCurveBytes, nullptr);
    BIGNUM* s = ::BN_bin2bn(bytes_of(raw) + kCurveBytes, kCurveBytes, nullptr);
    const std::unique_ptr<ECDSA_SIG, decltype(&::ECDSA_SIG_free)> pair(::ECDSA_SIG_new(), &::ECDSA_SIG_free);
    if (!r || !s || !pair || ::ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        ::BN_free(r);
        ::BN_free(s);
        return std::nullopt;
    }
    if (::BN_is_zero(r) || ::BN_is_zero(s)) return std::nullopt;
    const int size = ::i2d_ECDSA_SIG(pair.get(), nullptr);
    if (size <= 0) return std::nullopt;
    std::string der(static_cast<std::size_t>(size), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    if (::i2d_ECDSA_SIG(pair.get(), &out) != size) return std::nullopt;
    return der;
}

bool set_padding(EVP_PKEY_CTX* context, Algorithm algorithm) {
    if (algorithm == Algorithm::Rs256) return ::EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    if (algorithm != Algorithm::Ps256) return true;
    return ::EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           ::EVP_PKEY_CTX_set_rsa_mgf1_md(context, ::EVP_sha256()) == 1 &&
           ::EVP_PKEY_CTX_set_rsa_pss_saltlen(context, kSaltAsLongAsDigest) == 1;
}

}  // namespace

bool signature_is_good(
    EVP_PKEY* key, Algorithm algorithm, const std::string& text, const std::string& signature
) {
    auto given = signature;
    if (algorithm == Algorithm::Es256) {
        auto der = der_from_raw(signature);
        if (!der) return false;
        given = std::move(*der);
    }
    const std::unique_ptr<EVP_MD_CTX, decltype(&::EVP_MD_CTX_free)> digest(
        ::EVP_MD_CTX_new(), &::EVP_MD_CTX_free
    );
    EVP_PKEY_CTX* context = nullptr;
    const EVP_MD* hash = algorithm == Algorithm::EdDsa ? nullptr : ::EVP_sha256();
    const bool good =
        digest && ::EVP_DigestVerifyInit(digest.get(), &context, hash, nullptr, key) == 1 &&
        set_padding(context, algorithm) &&
        ::EVP_DigestVerify(digest.get(), bytes_of(given), given.size(), bytes_of(text), text.size()) == 1;
    ::ERR_clear_error();
    return good;
}

}  // namespace ctiengine::jws
