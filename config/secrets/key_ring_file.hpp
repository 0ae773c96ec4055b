#pragma once
#include "config/secrets/key_ring.hpp"

#include <filesystem>

namespace ctiengine::config {

/// The ring in `file`. InvalidSettings when the file or its folder can be looked at by anybody but its owner,
/// belongs to a stranger, or holds something else.
Result<KeyRing> load_key_ring(const std::filesystem::path& file);

/// Makes the folder (mode 0700) and the file (mode 0600) of a new ring; the file must not be there. Root
/// gives both to the owner of the folder above.
Result<void> create_key_ring_file(const std::filesystem::path& file, const KeyRing& ring);

/// Replaces the file in one step; owner and rights stay.
Result<void> save_key_ring(const std::filesystem::path& file, const KeyRing& ring);

}  // namespace ctiengine::config
