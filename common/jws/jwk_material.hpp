#pragma once
#include <openssl/evp.h>

#include <memory>
#include <string>

/// Public numbers of a key to a key of OpenSSL. Null = OpenSSL does not take them (a point that is not on the
/// curve, for one). Inside this room only.
namespace ctiengine::jws {

using KeyPointer = std::shared_ptr<EVP_PKEY>;

/// Big-endian numbers.
KeyPointer rsa_key(const std::string& modulus, const std::string& exponent);
/// 32 bytes each.
KeyPointer p256_key(const std::string& x, const std::string& y);
/// 32 bytes.
KeyPointer ed25519_key(const std::string& x);

}  // namespace ctiengine::jws
