#pragma once
#include "common/result/result.hpp"
#include "config/secrets/base64url.hpp"

namespace ctiengine::config {

/// The text of an encrypted setting, taken apart: cte1:KEY:NONCE:CIPHERTEXT+TAG, the last two in base64url.
/// It needs no XML escaping.
struct EncryptedValue {
    static constexpr std::string_view kVersion = "cte1";
    static constexpr std::size_t kNonceOctets = 12;
    static constexpr std::size_t kTagOctets = 16;
    static constexpr std::size_t kBlockOctets = 32;  ///< the clear text is padded to a multiple of this
    static constexpr std::size_t kMostBlocks = 8;

    std::string key_id;
    Octets nonce;
    Octets cipher_text;  ///< 1 to kMostBlocks blocks, then the tag
};

/// Does `text` claim to be one, in any version?
bool looks_encrypted(std::string_view text);

/// A name of a key: 1 to 32 letters, digits, '-' and '_'.
bool is_key_id(std::string_view text);

/// InvalidSettings says which part is wrong; it never repeats `text`, which may be a password by mistake.
Result<EncryptedValue> parse_encrypted_value(std::string_view text);

std::string to_text(const EncryptedValue& value);

}  // namespace ctiengine::config
