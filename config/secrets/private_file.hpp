#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

#include <sys/stat.h>

#include <filesystem>

namespace ctiengine::config {

/// Who else may look at a file that holds a secret.
enum class Privacy {
    /// Nobody: no rights for group and others; the owner is root or the user of this process. Root, who may
    /// run the
    /// utility for the service's user, takes a file of the owner of its folder. No symbolic link.
    KeyFile,
    /// As KeyFile, but symbolic links are followed: tools that drop secrets into a folder use them.
    PasswordFile,
    /// A credential of systemd: group bits are those of an access list that names the service's user, so only
    /// others
    /// are looked at.
    Credential,
};

/// Reads a file of at most 64 KiB. InvalidSettings says what is wrong with it (not there, no file, rights,
/// owner) and what to do; the content is in no error.
Result<Secret> read_private_file(const std::filesystem::path& file, Privacy privacy);

/// No rights for group and others, owner as for KeyFile.
Result<void> check_private_folder(const std::filesystem::path& folder);

/// Owner, group and rights of a new file.
struct FileOwner {
    uid_t user;
    gid_t group;
    mode_t mode;
};

/// Writes a file that must not be there yet. Io says why it could not.
Result<void> write_new_file(
    const std::filesystem::path& file, std::string_view content, const FileOwner& owner
);

/// Puts a file in the place of `file` in one step (a reader sees the old or the new one, also after a power
/// cut).
Result<void> replace_file(
    const std::filesystem::path& file, std::string_view content, const FileOwner& owner
);

/// Owner of `path`: for a process of root, who acts for somebody else. Io when it is not there.
Result<FileOwner> owner_of(const std::filesystem::path& path);

}  // namespace ctiengine::config
