#pragma once
#include "common/audit/audit_chain.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace ctiengine::audit {

/// One place where the log is not what was written.
struct AuditProblem {
    std::filesystem::path file;
    std::size_t line = 0;  ///< counts from 1; 0 = the file as a whole
    std::string what;
};

struct AuditReport {
    std::size_t files = 0;
    std::size_t entries = 0;
    std::uint64_t first_seq = 0;  ///< 1, or later when retention has removed older files; 0 = empty
    std::uint64_t last_seq = 0;
    std::vector<AuditProblem> problems{};  ///< empty = intact

    bool intact() const { return problems.empty(); }
};

/// Reads the whole log of a folder and holds every line against the one before it, and the last one against
/// the head. Reading a log that is being written is fine: the head is read first.
AuditReport verify_audit_log(const std::filesystem::path& directory);

}  // namespace ctiengine::audit
