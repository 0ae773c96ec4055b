#pragma once
#include "config/secrets/encrypted_value.hpp"
#include "config/secrets/key_ring.hpp"

namespace ctiengine::config {

constexpr std::size_t kLongestPassword = 255;

/// InvalidSettings unless `password` has 1 to 255 octets of UTF-8 and no NUL. The error does not repeat it.
Result<void> check_password(std::string_view password);

/// Encrypts for the setting `field` with the active key: AES-256-GCM with a random nonce under a key that
/// HKDF-SHA-256 derives from the ring's for this purpose. Version, key and field are authenticated too, so a
/// value cannot be moved to another field. Errors as check_password(); Io when OpenSSL fails.
Result<std::string> encrypt_secret(const KeyRing& ring, std::string_view field, const Secret& clear);

/// The reverse. InvalidSettings when `text` has another form, its key is not in the ring, or it is not
/// genuine: each says what to do, and that in a clause behind the field's name.
Result<Secret> decrypt_secret(const KeyRing& ring, std::string_view field, std::string_view text);

}  // namespace ctiengine::config
