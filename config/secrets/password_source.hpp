#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

#include <filesystem>

namespace ctiengine::config {

/// Where the password of the CT user may stand. The first that is given counts.
struct PasswordPlaces {
    std::filesystem::path credentials;  ///< folder of systemd's credentials; the file tsapi-password in it
    std::filesystem::path file;         ///< TSAPIPASSWORDFILE
    Secret value;                       ///< TSAPIPASSWORD as it stands in the settings
    std::filesystem::path key_ring;     ///< KEYRING, for an encrypted value
    bool allow_plain = false;           ///< --dev: {plain}text is taken
};

/// Reads it anew: from the file as it is now, or decrypted from the value. A file's one newline at the end is
/// no part of the password. Empty when no place is given. InvalidSettings says which place is wrong and what
/// to do, and never shows a value. Any thread.
Result<Secret> read_password(const PasswordPlaces& places);

}  // namespace ctiengine::config
