#include "config/secrets/encrypted_value.hpp"

#include <algorithm>
#include <array>

namespace ctiengine::config {
namespace {

constexpr std::string_view kKeyIdCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

Error wrong(const char* what) {
    return {
        Errc::InvalidSettings,
        std::string("is no encrypted value (") + what + "); paste the whole line that aes-encryption prints"};
}

bool is_cipher_text(const Octets& octets) {
    if (octets.size() < EncryptedValue::kTagOctets) return false;
    auto clear = octets.size() - EncryptedValue::kTagOctets;
    return clear % EncryptedValue::kBlockOctets == 0 && clear >= EncryptedValue::kBlockOctets &&
           clear <= EncryptedValue::kBlockOctets * EncryptedValue::kMostBlocks;
}

}  // namespace

bool looks_encrypted(std::string_view text) {
    constexpr std::string_view kPrefix = "cte";
    auto colon = text.find(':');
    if (colon == std::string_view::npos || !text.starts_with(kPrefix) || colon == kPrefix.size())
        return false;
    auto version = text.substr(kPrefix.size(), colon - kPrefix.size());
    return version.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_key_id(std::string_view text) {
    return !text.empty() && text.size() <= 32 &&
           text.find_first_not_of(kKeyIdCharacters) == std::string_view::npos;
}

Result<EncryptedValue> parse_encrypted_value(std::string_view text) {
    std::array<std::string_view, 4> parts;
    for (auto& part : parts) {
        auto colon = text.find(':');
        bool last = &part == &parts.back();
        if (last != (colon == std::string_view::npos)) return wrong("four parts with colons between them");
        part = text.substr(0, colon);
        if (!last) text.remove_prefix(colon + 1);
    }
    if (parts[0] != EncryptedValue::kVersion) {
        return Error{
            Errc::InvalidSettings,
            "is of a version that this program does not know; it knows cte1: encrypt the password again with "
            "the aes-encryption that came with it"};
    }
    if (!is_key_id(parts[1])) return wrong("the name of the key");
    auto nonce = from_base64url(parts[2]);
    if (!nonce || nonce->size() != EncryptedValue::kNonceOctets) return wrong("the nonce");
    auto cipher_text = from_base64url(parts[3]);
    if (!cipher_text || !is_cipher_text(*cipher_text)) return wrong("the ciphertext");
    return EncryptedValue{std::string(parts[1]), std::move(*nonce), std::move(*cipher_text)};
}

std::string to_text(const EncryptedValue& value) {
    return std::string(EncryptedValue::kVersion) + ":" + value.key_id + ":" + to_base64url(value.nonce) +
           ":" + to_base64url(value.cipher_text);
}

}  // namespace ctiengine::config
