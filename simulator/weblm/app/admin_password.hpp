#pragma once
#include "common/result/result.hpp"

#include <filesystem>
#include <functional>
#include <string_view>

namespace ctiengine::weblm_sim {

/// The check of the administrator's password, from a file that only its owner may read: one line, the
/// password itself or its Argon2id hash ("$argon2id$…"). An empty path fits nothing.
/// Errors: InvalidSettings and InvalidValue say what is wrong with the file.
Result<std::function<bool(std::string_view)>> password_check_from(const std::filesystem::path& file);

}  // namespace ctiengine::weblm_sim
