#pragma once
#include "common/audit/audit_chain.hpp"

#include <filesystem>
#include <optional>

namespace ctiengine::audit {

inline constexpr char kHeadFile[] = "audit_head.json";

/// The end of the chain, kept beside the log, so that lines cut off at its end are missed. Replaced as a
/// whole. Empty = there is none, or it cannot be read.
std::optional<Link> read_head(const std::filesystem::path& directory);

/// False = the disk took it not; the one before is still there.
bool write_head(const std::filesystem::path& directory, const Link& head);

}  // namespace ctiengine::audit
