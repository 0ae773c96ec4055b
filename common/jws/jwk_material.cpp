#include "common/jws/jwk_material.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

namespace ctiengine::jws {
namespace {

using Builder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&::OSSL_PARAM_BLD_free)>;
using Parameters = std::unique_ptr<OSSL_PARAM, decltype(&::OSSL_PARAM_free)>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&::EVP_PKEY_CTX_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&::BN_free)>;

const unsigned char* bytes_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_from(const std::string& bytes) {
    return {::BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr), &::BN_free};
}

KeyPointer owned(EVP_PKEY* key) {
    ::ERR_clear_error();
    return key ? KeyPointer(key, &::EVP_PKEY_free) : nullptr;
}

KeyPointer build(const char* type, const Builder& builder) {
    const Parameters parameters(::OSSL_PARAM_BLD_to_param(builder.get()), &::OSSL_PARAM_free);
    const Context context(::EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), &::EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    const bool built = parameters && context && ::EVP_PKEY_fromdata_init(context.get()) == 1 &&
                       ::EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
    if (!built) return owned(nullptr);
    auto owner = owned(key);
    const Context check(::EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), &::EVP_PKEY_CTX_free);
    if (!check || ::EVP_PKEY_public_check(check.get()) != 1) return owned(nullptr);
    return owner;
}

}  // namespace

KeyPointer rsa_key(const std::string& modulus, const std::string& exponent) {
    const auto n = number_from(modulus);
    const auto e = number_from(exponent);
    const Builder builder(::OSSL_PARAM_BLD_new(), &::OSSL_PARAM_BLD_free);
    const bool filled = builder && n && e &&
                        ::OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
                        ::OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1;
    return filled ? build("RSA", builder) : nullptr;
}

KeyPointer p256_key(const std::string& x, const std::string& y) {
    const std::string point = '\x04' + x + y;  // uncompressed, SEC 1 section 2.3.3
    const Builder builder(::OSSL_PARAM_BLD_new(), &::OSSL_PARAM_BLD_free);
    const bool filled =
        builder &&
        ::OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) == 1 &&
        ::OSSL_PARAM_BLD_push_octet_string(
            builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()
        ) == 1;
    return filled ? build("EC", builder) : nullptr;
}

KeyPointer ed25519_key(const std::string& x) {
    return owned(::EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size()));
}

}  // namespace ctiengine::jws
