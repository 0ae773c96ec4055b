#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <stdexcept>

namespace ctiengine::testing {
namespace {

void must(bool done) {
    if (!done) throw std::runtime_error("OpenSSL could not make a key or a signature");
}

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string number(EVP_PKEY* key, const char* name, int width = 0) {
    BIGNUM* value = nullptr;
    must(::EVP_PKEY_get_bn_param(key, name, &value) == 1);
    std::string bytes(static_cast<std::size_t>(std::max(width, BN_num_bytes(value))), '\0');
    must(::BN_bn2binpad(value, bytes_of(bytes), static_cast<int>(bytes.size())) >= 0);
    ::BN_free(value);
    return bytes;
}

/// DER to r and s side by side.
std::string raw_from_der(const std::string& der) {
    const auto* at = bytes_of(der);
    ECDSA_SIG* pair = ::d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    must(pair != nullptr);
    std::string raw(64, '\0');
    ::BN_bn2binpad(::ECDSA_SIG_get0_r(pair), bytes_of(raw), 32);
    ::BN_bn2binpad(::ECDSA_SIG_get0_s(pair), bytes_of(raw) + 32, 32);
    ::ECDSA_SIG_free(pair);
    return raw;
}

}  // namespace

std::string base64url(std::string_view bytes) {
    std::string text(bytes.size() * 4 / 3 + 8, '\0');
    const auto* in = reinterpret_cast<const unsigned char*>(bytes.data());
    const int size = ::EVP_EncodeBlock(bytes_of(text), in, static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    text.erase(text.find_last_not_of('=') + 1);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

SigningKey SigningKey::rsa(unsigned bits) {
    return SigningKey(::EVP_RSA_gen(bits));
}
SigningKey SigningKey::elliptic(const std::string& curve) {
    return SigningKey(::EVP_EC_gen(curve.c_str()));
}
SigningKey SigningKey::ed25519() {
    return SigningKey(::EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

nlohmann::json SigningKey::jwk(const std::string& kid) const {
    nlohmann::json jwk;
    auto* key = key_.get();
    if (::EVP_PKEY_is_a(key, "RSA") == 1) {
        jwk["kty"] = "RSA";
        jwk["n"] = base64url(number(key, OSSL_PKEY_PARAM_RSA_N));
        jwk["e"] = base64url(number(key, OSSL_PKEY_PARAM_RSA_E));
    } else if (::EVP_PKEY_is_a(key, "EC") == 1) {
        const int width = (EVP_PKEY_get_bits(key) + 7) / 8;
        jwk["kty"] = "EC";
        jwk["crv"] = "P-" + std::to_string(EVP_PKEY_get_bits(key));
        jwk["x"] = base64url(number(key, OSSL_PKEY_PARAM_EC_PUB_X, width));
        jwk["y"] = base64url(number(key, OSSL_PKEY_PARAM_EC_PUB_Y, width));
    } else {
        std::string x(32, '\0');
        std::size_t size = x.size();
        must(::EVP_PKEY_get_raw_public_key(key, bytes_of(x), &size) == 1);
        jwk["kty"] = "OKP";
        jwk["crv"] = "Ed25519";
        jwk["x"] = base64url(x);
    }
    if (!kid.empty()) jwk["kid"] = kid;
    return jwk;
}

std::string SigningKey::public_pem() const {
    BIO* memory = ::BIO_new(::BIO_s_mem());
    must(::PEM_write_bio_PUBKEY(memory, key_.get()) == 1);
    char* data = nullptr;
    const auto size = BIO_get_mem_data(memory, &data);
    std::string pem(data, static_cast<std::size_t>(size));
    ::BIO_free(memory);
    return pem;
}

std::string SigningKey::sign(const std::string& alg, const std::string& text) const {
    auto* key = key_.get();
    const bool edwards = ::EVP_PKEY_is_a(key, "ED25519") == 1;
    EVP_MD_CTX* digest = ::EVP_MD_CTX_new();
    EVP_PKEY_CTX* context = nullptr;
    must(::EVP_DigestSignInit(digest, &context, edwards ? nullptr : ::EVP_sha256(), nullptr, key) == 1);
    if (alg == "PS256") {
        must(::EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1);
        must(::EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1);
    }
    std::string signature(1024, '\0');
    std::size_t size = signature.size();
    must(::EVP_DigestSign(digest, bytes_of(signature), &size, bytes_of(text), text.size()) == 1);
    ::EVP_MD_CTX_free(digest);
    signature.resize(size);
    const bool raw = ::EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_bits(key) == 256;
    return raw ? raw_from_der(signature) : signature;
}

std::string SigningKey::token(const nlohmann::json& header, const std::string& payload) const {
    const auto text = base64url(header.dump()) + "." + base64url(payload);
    return text + "." + base64url(sign(header.value("alg", ""), text));
}

std::string key_set(const std::vector<nlohmann::json>& keys) {
    return nlohmann::json{{"keys", keys}}.dump();
}

}  // namespace ctiengine::testing
