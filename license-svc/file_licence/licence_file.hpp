#pragma once
#include "license-svc/file_licence/licence_check.hpp"

#include <filesystem>

namespace ctiengine::license {

/// Reads both files and checks. Absent when there is no licence file; a symbolic link, a folder or a file
/// that cannot be read is no licence (LIC_FILE_UNREADABLE). May block on the disk.
LicenceVerdict look_at_licence(
    const std::filesystem::path& licence, const std::filesystem::path& public_key, const LicenceHost& host
);

}  // namespace ctiengine::license
