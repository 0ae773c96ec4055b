#pragma once
#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ctiengine::tests {

/// Secrets by a name that may be shown.
using Secrets = std::map<std::string, std::string>;

/// What a core file of the process would hold: every mapping that can be read, but those marked "do not
/// dump". Each finding names the secret and the mapping. Needs root. Throws std::runtime_error when the
/// memory cannot be read.
std::vector<std::string> found_in_memory(pid_t pid, const Secrets& secrets);

/// The same in what /proc tells of the process in words.
std::vector<std::string> found_in_proc(pid_t pid, const Secrets& secrets);

/// The same in every file below a folder whose name does not end with one of `but`.
std::vector<std::string> found_in_files(
    const std::filesystem::path& folder, const Secrets& secrets, const std::vector<std::string>& but
);

}  // namespace ctiengine::tests
