#pragma once
#include "common/result/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace ctiengine::watched_file {

/// Tells one state of a file from another.
struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified_ns = 0;
    std::int64_t changed_ns = 0;
    bool operator==(const Stamp&) const = default;
};

/// Empty = there is no such file, or it cannot be looked at.
std::optional<Stamp> stamp_of(const std::filesystem::path& file);

struct ReadRules {
    std::size_t most_bytes = std::size_t{16} * 1024 * 1024;
    /// Holds secrets: must belong to us or root, nobody else may change it, and it is not for all to read.
    bool is_private = false;
};

/// The whole regular file. Errors: Io (cannot be read), TooLarge, Refused (owner or mode; with the command
/// that puts it right). Details name the file.
Result<std::string> read_file(const std::filesystem::path& file, const ReadRules& rules);

}  // namespace ctiengine::watched_file
