#pragma once
#include "common/result/result.hpp"

#include <filesystem>

namespace ctiengine::aes_encryption {

/// Exit statuses of the program; scripts rely on them.
enum ExitStatus : int {
    kDone = 0,
    kNoPassword = 1,  ///< empty, not twice the same, or nothing that can be a password
    kKeyProblem = 2,  ///< the key ring, the settings file or a value in it
    kUsage = 3,
};

/// The files that a command works on.
struct Files {
    std::filesystem::path key_ring;
    std::filesystem::path settings;
};

/// The ring of `command line`, or else KEYRING of the settings file, or else keys/secrets.keyring beside it.
std::filesystem::path key_ring_of(const std::filesystem::path& named, const std::filesystem::path& settings);

/// Asks for a password (or reads a line of standard input) and prints it encrypted; makes the ring when there
/// is none.
ExitStatus encrypt(const Files& files, bool from_standard_input);

/// Says for every secret of the settings file whether it can be decrypted; prints none.
ExitStatus check(const Files& files);

/// A new active key; every encrypted value of the settings file is encrypted with it.
ExitStatus rotate(const Files& files);

/// Drops the keys that no value of the settings file needs.
ExitStatus prune(const Files& files);

}  // namespace ctiengine::aes_encryption
