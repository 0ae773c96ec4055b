#pragma once
#include "common/result/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace ctiengine::aes_encryption {

/// A setting of type Secret that has a value.
struct SecretField {
    std::string tag;
    std::string value;  ///< encrypted
};

/// Those of a settings file. InvalidSettings when the file is not good, or a value is not encrypted.
Result<std::vector<SecretField>> secret_fields(const std::filesystem::path& settings);

struct Replacement {
    std::string before;
    std::string after;
};

/// Puts new values in the place of old ones in the file's text: comments, order and spaces stay. The file as
/// it was is kept as FILE.bak; the new one takes its place in one step, with its owner and rights. Io or
/// InvalidSettings tell why nothing was changed.
Result<void> replace_values(const std::filesystem::path& file, const std::vector<Replacement>& replacements);

}  // namespace ctiengine::aes_encryption
