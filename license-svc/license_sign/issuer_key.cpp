#include "license-svc/license_sign/issuer_key.hpp"

#include "common/jws/public_key.hpp"

#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <stdexcept>

namespace ctiengine::license {
namespace {

constexpr int kRsaBits = 3072;
constexpr std::size_t kCurveOctets = 32;

using Bio = std::unique_ptr<BIO, int (*)(BIO*)>;

std::string text_in(BIO* bio) {
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio, &text);
    return {text, static_cast<std::size_t>(size)};
}

int give_password(char* buffer, int size, int, void* password) {
    const auto* text = static_cast<std::string_view*>(password);
    return static_cast<int>(text->copy(buffer, static_cast<std::size_t>(size)));
}

/// r and s side by side (RFC 7518 section 3.4) from OpenSSL's DER.
std::string side_by_side(const std::string& der) {
    const auto* octets = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, void (*)(ECDSA_SIG*)> pair(
        ::d2i_ECDSA_SIG(nullptr, &octets, static_cast<long>(der.size())), ::ECDSA_SIG_free
    );
    std::string both(2 * kCurveOctets, '\0');
    auto* out = reinterpret_cast<unsigned char*>(both.data());
    ::BN_bn2binpad(::ECDSA_SIG_get0_r(pair.get()), out, static_cast<int>(kCurveOctets));
    ::BN_bn2binpad(::ECDSA_SIG_get0_s(pair.get()), out + kCurveOctets, static_cast<int>(kCurveOctets));
    return both;
}

}  // namespace

IssuerKey::IssuerKey(EVP_PKEY* key) : key_(key, ::EVP_PKEY_free) {}

Result<IssuerKey> IssuerKey::generate(std::string_view type) {
    EVP_PKEY* key = nullptr;
    if (type == "rsa") key = ::EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(kRsaBits));
    if (type == "ec") key = ::EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
    if (type == "ed25519") key = ::EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    if (!key) return Error{Errc::InvalidValue, "a key is of type rsa, ec or ed25519"};
    return IssuerKey(key);
}

bool IssuerKey::is_encrypted(std::string_view pem) {
    return pem.find("ENCRYPTED") != pem.npos;  // PKCS #8 in its first line, older forms in a Proc-Type
}

Result<IssuerKey> IssuerKey::from_pem(std::string_view pem, std::string_view password) {
    const Bio bio(::BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), ::BIO_free);
    EVP_PKEY* raw = ::PEM_read_bio_PrivateKey(bio.get(), nullptr, give_password, &password);
    ::ERR_clear_error();
    if (!raw) {
        return Error{
            Errc::InvalidValue, is_encrypted(pem) ? "the key is encrypted, and this is not its password"
                                                  : "there is no private key in PEM form"};
    }
    IssuerKey key(raw);
    const auto usable = jws::PublicKey::from_pem(key.public_pem(), kRsaBits);
    if (!usable) return usable.error();
    return key;
}

std::string IssuerKey::private_pem() const {
    const Bio bio(::BIO_new(::BIO_s_mem()), ::BIO_free);
    ::PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return text_in(bio.get());
}

std::string IssuerKey::public_pem() const {
    const Bio bio(::BIO_new(::BIO_s_mem()), ::BIO_free);
    ::PEM_write_bio_PUBKEY(bio.get(), key_.get());
    return text_in(bio.get());
}

std::string IssuerKey::algorithm() const {
    if (::EVP_PKEY_is_a(key_.get(), "RSA") == 1) return "PS256";
    return ::EVP_PKEY_is_a(key_.get(), "EC") == 1 ? "ES256" : "EdDSA";
}

std::string IssuerKey::sign(const std::string& text) const {
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(::EVP_MD_CTX_new(), ::EVP_MD_CTX_free);
    const bool hashed = algorithm() != "EdDSA";
    EVP_PKEY_CTX* parameters = nullptr;
    bool good = ::EVP_DigestSignInit(
                    context.get(), &parameters, hashed ? ::EVP_sha256() : nullptr, nullptr, key_.get()
                ) == 1;
    if (good && algorithm() == "PS256") {
        good = ::EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1 &&
               ::EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) == 1;
    }
    const auto* octets = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t size = 0;
    good = good && ::EVP_DigestSign(context.get(), nullptr, &size, octets, text.size()) == 1;
    std::string signature(size, '\0');
    auto* out = reinterpret_cast<unsigned char*>(signature.data());
    good = good && ::EVP_DigestSign(context.get(), out, &size, octets, text.size()) == 1;
    if (!good) throw std::runtime_error("OpenSSL could not sign");
    signature.resize(size);
    return algorithm() == "ES256" ? side_by_side(signature) : signature;
}

}  // namespace ctiengine::license
