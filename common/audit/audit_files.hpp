#pragma once
#include "common/audit/audit_chain.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace ctiengine::audit {

inline constexpr char kFilePrefix[] = "audit";
inline constexpr char kFileSuffix[] = ".jsonl";

/// The audit files of a folder in the order in which they were written.
std::vector<std::filesystem::path> audit_files(const std::filesystem::path& directory);

/// What was found at the end of the newest file.
struct Tail {
    std::optional<Link> last;  ///< of the last whole line; empty = there is none
    std::string cut;           ///< a line that a crash had torn, now removed from the file
};

/// Looks for the end of the log. A torn last line (no line feed) is removed: the caller says so in the log.
/// Throws std::system_error when a file cannot be read or repaired.
Tail find_tail(const std::filesystem::path& directory);

/// The line with this number, searched for from the newest file on; empty = there is none, or it cannot be
/// read.
std::optional<Link> find_line(const std::filesystem::path& directory, std::uint64_t seq);

}  // namespace ctiengine::audit
