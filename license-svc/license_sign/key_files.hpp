#pragma once
#include "common/result/result.hpp"
#include "license-svc/license_sign/issuer_key.hpp"

#include <filesystem>

namespace ctiengine::license {

/// Reads the issuer's private key, which only its owner may be able to read. An encrypted one needs its
/// password: the first line of `password_file`, or asked for on the terminal when that is empty.
/// Errors: InvalidSettings (a file), InvalidValue (no such key, or another password), Io (no terminal).
Result<IssuerKey> read_issuer_key(
    const std::filesystem::path& file, const std::filesystem::path& password_file
);

/// Writes both halves: the private one for its owner only. Nothing is written when one of them is there
/// already, unless `force`. Errors: Refused (it is there), Io.
Result<void> write_key_pair(
    const IssuerKey& key,
    const std::filesystem::path& private_file,
    const std::filesystem::path& public_file,
    bool force
);

/// Writes a file that everybody may read. Errors as for write_key_pair().
Result<void> write_public_file(const std::filesystem::path& file, const std::string& content, bool force);

}  // namespace ctiengine::license
