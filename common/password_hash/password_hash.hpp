#pragma once
#include "common/result/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// Argon2id hashes of passwords, as texts in PHC form ("$argon2id$v=19$m=19456,t=2,p=1$salt$hash").
namespace ctiengine::password_hash {

/// OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. Salt 16 bytes, hash 32 bytes.
inline constexpr std::uint32_t kMemoryKib = 19456;
inline constexpr std::uint32_t kPasses = 2;
inline constexpr std::uint32_t kLanes = 1;
inline constexpr std::size_t kLongestPassword = 1024;  ///< bytes

/// A new hash with a random salt: some 20 to 50 ms and 19 MiB. Errors: InvalidValue (empty or too long a
/// password), Io (no random numbers, no memory).
Result<std::string> make(std::string_view password);

/// Does the password fit? As long as make() for hashes of make(). False as well for a text that check()
/// refuses.
bool fits(const std::string& hash, std::string_view password);

/// A hash that no known password fits, of the usual costs: for names that do not exist, so that they take as
/// long as others.
const std::string& of_nobody();

/// Is it a hash we take? Refused are other kinds, ones cheaper than OWASP's table allows and ones so dear
/// (over 256 MiB, 16 passes, 16 lanes) that a log-in would be an attack. Error: InvalidValue, with what to
/// do.
Result<void> check(std::string_view hash);

}  // namespace ctiengine::password_hash
