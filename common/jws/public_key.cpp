#include "common/jws/public_key.hpp"

#include "common/jws/base64url.hpp"
#include "common/jws/jwk_material.hpp"
#include "common/jws/signature_check.hpp"

#include <nlohmann/json.hpp>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace ctiengine::jws {
namespace {

using nlohmann::json;

constexpr std::size_t kCurveBytes = 32;
constexpr int kLeastRsaBits = 2048;
constexpr int kMostRsaBits = 8192;
constexpr std::size_t kLongestExponent = 8;  // bytes
constexpr std::size_t kLongestId = 256;

Error invalid(std::string what) {
    return {Errc::InvalidValue, std::move(what)};
}

std::string text_of(const json& jwk, const char* member) {
    const auto found = jwk.find(member);
    return found != jwk.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string number_of(const json& jwk, const char* member) {
    return decode_base64url(text_of(jwk, member)).value_or("");
}

Result<KeyPointer> rsa(const json& jwk) {
    const auto modulus = number_of(jwk, "n");
    const auto exponent = number_of(jwk, "e");
    if (modulus.empty() || exponent.empty()) return invalid("its n or e is missing or not base64url");
    if (modulus.size() > kMostRsaBits / 8 + 1 || exponent.size() > kLongestExponent) {
        return invalid("an RSA key has at most 8192 bits and an exponent of 64");
    }
    const bool odd = (static_cast<unsigned char>(exponent.back()) & 1U) != 0;
    if (!odd || exponent == "\x01") return invalid("its e is no exponent of an RSA key");
    auto key = rsa_key(modulus, exponent);
    if (!key) return invalid("its n and e are no RSA key");
    if (::EVP_PKEY_get_bits(key.get()) < kLeastRsaBits) return invalid("an RSA key needs at least 2048 bits");
    return key;
}

Result<KeyPointer> p256(const json& jwk) {
    if (text_of(jwk, "crv") != "P-256") return invalid("of kty EC only crv P-256 is taken");
    const auto x = number_of(jwk, "x");
    const auto y = number_of(jwk, "y");
    if (x.size() != kCurveBytes || y.size() != kCurveBytes)
        return invalid("its x or y is not 32 bytes of base64url");
    auto key = p256_key(x, y);
    if (!key) return invalid("its x and y are no point of P-256");
    return key;
}

Result<KeyPointer> ed25519(const json& jwk) {
    if (text_of(jwk, "crv") != "Ed25519") return invalid("of kty OKP only crv Ed25519 is taken");
    const auto x = number_of(jwk, "x");
    if (x.size() != kCurveBytes) return invalid("its x is not 32 bytes of base64url");
    auto key = ed25519_key(x);
    if (!key) return invalid("its x is no key of Ed25519");
    return key;
}

/// What the members around the key say about its use.
Result<void> check_use(const json& jwk) {
    if (jwk.contains("d") || jwk.contains("k"))
        return invalid("it holds a secret key, which does not belong here");
    if (jwk.contains("use") && text_of(jwk, "use") != "sig") return invalid("its use is not sig");
    const auto operations = jwk.find("key_ops");
    if (operations == jwk.end()) return {};
    for (const auto& operation : *operations) {
        if (operation == "verify") return {};
    }
    return invalid("its key_ops have no verify");
}

}  // namespace

Result<PublicKey> PublicKey::from_jwk(const json& jwk) {
    if (!jwk.is_object()) return invalid("it is no JSON object");
    auto good = check_use(jwk);
    if (!good) return good.error();
    const auto type = text_of(jwk, "kty");
    PublicKey key;
    Result<KeyPointer> material = invalid("its kty is none of RSA, EC, OKP");
    if (type == "RSA") material = rsa(jwk), key.type_ = Type::Rsa;
    if (type == "EC") material = p256(jwk), key.type_ = Type::P256;
    if (type == "OKP") material = ed25519(jwk), key.type_ = Type::Ed25519;
    if (!material) return material.error();
    key.key_ = std::move(*material);
    if (jwk.contains("alg")) {
        key.only_for_ = algorithm_from(text_of(jwk, "alg"));
        if (!key.only_for_ || !key.fits(*key.only_for_))
            return invalid("its alg is not for a signature by such a key");
    }
    if (jwk.contains("kid")) {
        key.id_ = text_of(jwk, "kid");
        if (key.id_->empty() || key.id_->size() > kLongestId)
            return invalid("its kid is no text of 1 to 256 bytes");
    }
    return key;
}

Result<PublicKey> PublicKey::from_pem(std::string_view pem, int least_rsa_bits) {
    const std::unique_ptr<BIO, int (*)(BIO*)> bio(
        ::BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), ::BIO_free
    );
    const KeyPointer material(
        bio ? ::PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr, ::EVP_PKEY_free
    );
    ::ERR_clear_error();
    if (!material) return invalid("it holds no public key (no line -----BEGIN PUBLIC KEY-----)");
    PublicKey key;
    key.key_ = material;
    if (::EVP_PKEY_is_a(material.get(), "RSA") == 1) {
        const int bits = ::EVP_PKEY_get_bits(material.get());
        if (bits < least_rsa_bits || bits > kMostRsaBits) {
            return invalid(
                "an RSA key needs " + std::to_string(least_rsa_bits) + " to 8192 bits, this has " +
                std::to_string(bits)
            );
        }
        key.type_ = Type::Rsa;
        return key;
    }
    if (::EVP_PKEY_is_a(material.get(), "ED25519") == 1) {
        key.type_ = Type::Ed25519;
        return key;
    }
    char curve[64] = "";
    ::EVP_PKEY_get_group_name(material.get(), curve, sizeof curve, nullptr);
    if (std::string_view(curve) != "prime256v1") return invalid("it is neither RSA nor P-256 nor Ed25519");
    key.type_ = Type::P256;
    return key;
}

bool PublicKey::fits(Algorithm algorithm) const {
    if (only_for_ && *only_for_ != algorithm) return false;
    switch (algorithm) {
        case Algorithm::Rs256:
        case Algorithm::Ps256: return type_ == Type::Rsa;
        case Algorithm::Es256: return type_ == Type::P256;
        case Algorithm::EdDsa: return type_ == Type::Ed25519;
    }
    return false;
}

bool PublicKey::verifies(Algorithm algorithm, const std::string& text, const std::string& signature) const {
    return fits(algorithm) && signature_is_good(key_.get(), algorithm, text, signature);
}

}  // namespace ctiengine::jws
