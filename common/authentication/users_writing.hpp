#pragma once
#include "common/authentication/users.hpp"
#include "common/result/result.hpp"

#include <filesystem>

namespace ctiengine::authentication {

/// Puts `users` in the place of the file, whole or not at all: a new file is written beside it, forced to the
/// disk and renamed. Mode 0600, or what the old one had of 0640; the owner of the old one stays. Errors: Io,
/// and InvalidSettings when the users would not be read again (then nothing was written).
Result<void> write_users(const std::filesystem::path& file, const Users& users);

}  // namespace ctiengine::authentication
