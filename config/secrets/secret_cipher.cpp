#include "config/secrets/secret_cipher.hpp"

#include "common/secret_memory/cleanse.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

#include <array>
#include <memory>

namespace ctiengine::config {
namespace {

using Key = std::array<unsigned char, 32>;

template <class T, void (*release)(T*)>
struct Release {
    void operator()(T* object) const { release(object); }
};
using Kdf = std::unique_ptr<EVP_KDF, Release<EVP_KDF, EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Release<EVP_KDF_CTX, EVP_KDF_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>>;

/// A key for one purpose, cleansed at the end.
class SubKey {
  public:
    ~SubKey() { cleanse(key_.data(), key_.size()); }
    /// RFC 5869 without a salt: the ring's key is random already.
    bool derive(const RingKey& from) {
        std::string digest = "SHA256";
        std::string label = "ctiengine/tsapi-password/v1";
        const Kdf hkdf(::EVP_KDF_fetch(nullptr, "HKDF", nullptr));
        const KdfContext context(hkdf ? ::EVP_KDF_CTX_new(hkdf.get()) : nullptr);
        auto* octets = const_cast<char*>(from.octets.reveal().data());
        const std::array<OSSL_PARAM, 4> parameters = {
            ::OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
            ::OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, octets, from.octets.size()),
            ::OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, label.data(), label.size()),
            ::OSSL_PARAM_construct_end()};
        return context && ::EVP_KDF_derive(context.get(), key_.data(), key_.size(), parameters.data()) == 1;
    }
    const unsigned char* data() const { return key_.data(); }

  private:
    Key key_{};
};

std::string authenticated(std::string_view key_id, std::string_view field) {
    std::string text(EncryptedValue::kVersion);
    return text.append(":").append(key_id).append(":").append(field);
}

const unsigned char* octets_of(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// Starts a context for one message, and gives it what is authenticated only.
Cipher begin(const SubKey& key, const Octets& nonce, const std::string& also, bool encrypting) {
    Cipher context(::EVP_CIPHER_CTX_new());
    int ignored = 0;
    bool ready = context &&
                 ::EVP_CipherInit_ex(
                     context.get(), ::EVP_aes_256_gcm(), nullptr, key.data(), nonce.data(), encrypting ? 1 : 0
                 ) == 1 &&
                 ::EVP_CipherUpdate(
                     context.get(), nullptr, &ignored, octets_of(also), static_cast<int>(also.size())
                 ) == 1;
    return ready ? std::move(context) : nullptr;
}

bool seal(EVP_CIPHER_CTX* context, const Secret& padded, Octets& out) {
    auto clear = padded.reveal();
    out.resize(clear.size() + EncryptedValue::kTagOctets);
    int size = 0;
    return ::EVP_CipherUpdate(
               context, out.data(), &size, reinterpret_cast<const unsigned char*>(clear.data()),
               static_cast<int>(clear.size())
           ) == 1 &&
           ::EVP_CipherFinal_ex(context, out.data() + size, &size) == 1 &&
           ::EVP_CIPHER_CTX_ctrl(
               context, EVP_CTRL_GCM_GET_TAG, EncryptedValue::kTagOctets, out.data() + clear.size()
           ) == 1;
}

/// False when the tag is wrong; then `clear` means nothing.
bool open(EVP_CIPHER_CTX* context, Octets sealed, std::string& clear) {
    auto size = static_cast<int>(sealed.size() - EncryptedValue::kTagOctets);
    clear.resize(static_cast<std::size_t>(size));
    auto* to = reinterpret_cast<unsigned char*>(clear.data());
    int done = 0;
    return ::EVP_CIPHER_CTX_ctrl(
               context, EVP_CTRL_GCM_SET_TAG, EncryptedValue::kTagOctets, sealed.data() + size
           ) == 1 &&
           ::EVP_CipherUpdate(context, to, &done, sealed.data(), size) == 1 &&
           ::EVP_CipherFinal_ex(context, to + done, &done) == 1;
}

Secret padded(const Secret& clear) {
    std::string text(clear.reveal());
    const CleanseAtEnd guard(text);
    constexpr auto kBlock = EncryptedValue::kBlockOctets;
    std::string whole((text.size() + kBlock - 1) / kBlock * kBlock, '\0');
    text.copy(whole.data(), text.size());
    return Secret(std::move(whole));
}

/// Octets of the UTF-8 character that begins with `first`; 0 = none begins so.
std::size_t utf8_size(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        auto first = static_cast<unsigned char>(text.front());
        auto size = utf8_size(first);
        if (size == 0 || text.size() < size) return false;
        for (std::size_t index = 1; index < size; ++index) {
            if ((static_cast<unsigned char>(text[index]) & 0xC0) != 0x80) return false;
        }
        auto second = size > 1 ? static_cast<unsigned char>(text[1]) : 0;
        bool too_long = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        bool no_character = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
        if (too_long || no_character) return false;
        text.remove_prefix(size);
    }
    return true;
}

Error crypto_failed() {
    return {Errc::Io, "OpenSSL cannot encrypt: is AES-256-GCM allowed on this host?"};
}

}  // namespace

Result<void> check_password(std::string_view password) {
    auto refused = [](const char* why) {
        return Error{Errc::InvalidSettings, std::string("the password ") + why};
    };
    if (password.empty()) return refused("is empty");
    if (password.size() > kLongestPassword) return refused("is longer than 255 octets");
    if (password.find('\0') != std::string_view::npos) return refused("holds a NUL");
    if (!is_utf8(password)) return refused("is not UTF-8");
    return {};
}

Result<std::string> encrypt_secret(const KeyRing& ring, std::string_view field, const Secret& clear) {
    auto allowed = check_password(clear.reveal());
    if (!allowed) return allowed.error();
    EncryptedValue value;
    value.key_id = ring.active().id;
    value.nonce.resize(EncryptedValue::kNonceOctets);
    SubKey key;
    if (!key.derive(ring.active()) ||
        ::RAND_bytes(value.nonce.data(), static_cast<int>(value.nonce.size())) != 1)
        return crypto_failed();
    auto context = begin(key, value.nonce, authenticated(value.key_id, field), true);
    if (!context || !seal(context.get(), padded(clear), value.cipher_text)) return crypto_failed();
    return to_text(value);
}

Result<Secret> decrypt_secret(const KeyRing& ring, std::string_view field, std::string_view text) {
    auto value = parse_encrypted_value(text);
    if (!value) return value.error();
    const auto* ring_key = ring.find(value->key_id);
    if (ring_key == nullptr) {
        return Error{
            Errc::InvalidSettings,
            "was encrypted with the key '" + value->key_id +
                "', which is not in the key ring; encrypt the password again with aes-encryption"};
    }
    SubKey key;
    if (!key.derive(*ring_key)) return crypto_failed();
    auto context = begin(key, value->nonce, authenticated(value->key_id, field), false);
    if (!context) return crypto_failed();
    std::string clear;
    const CleanseAtEnd guard(clear);
    if (!open(context.get(), std::move(value->cipher_text), clear)) {
        return Error{
            Errc::InvalidSettings,
            "was changed, cut, or encrypted for another setting; encrypt the password again with "
            "aes-encryption"};
    }
    return Secret(std::string_view(clear).substr(0, clear.find('\0')));
}

}  // namespace ctiengine::config
