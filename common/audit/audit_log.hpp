#pragma once
#include "common/audit/audit_chain.hpp"
#include "common/tasks/clock.hpp"

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace ctiengine::logging {
class LogRoller;
}

namespace ctiengine::audit {

struct AuditLogSettings {
    std::filesystem::path directory;  ///< made when it does not exist
    std::chrono::days retention{365};
    std::uint64_t file_bytes = 16 * 1024 * 1024;
    std::size_t most_waiting = 10'000;  ///< entries; more are counted, and the count is an entry
};

/// The audit log: `audit_<ddmmyyyy>_<n>.jsonl`, one JSON object per line, each with the hash of the line
/// before it. A thread of its own writes and waits for the disk; entries that come meanwhile share the next
/// wait.
///
/// The chain goes on over files, days and restarts. A line torn by a crash is removed and an entry says so;
/// lines missing at the end (the head knows them) leave a gap that verification finds.
class AuditLog final : public AuditTrail {
  public:
    /// Throws std::system_error when the folder cannot be made, read or written. `clock` outlives the log.
    AuditLog(AuditLogSettings settings, const Clock& clock);
    /// Writes what is waiting.
    ~AuditLog() override;
    AuditLog(const AuditLog&) = delete;
    AuditLog& operator=(const AuditLog&) = delete;

    void record(AuditEntry entry) noexcept override;

    /// Waits until everything recorded so far is on the disk, or could not be written.
    void flush();

  private:
    void take_up_the_chain();
    void run();
    void write(const std::vector<AuditEntry>& entries);
    bool append(const AuditEntry& entry);

    AuditLogSettings settings_;
    const Clock& clock_;
    std::unique_ptr<logging::LogRoller> roller_;
    Link last_;                    // the writer's
    std::uint64_t unwritten_ = 0;  // the writer's: lost to the disk
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<AuditEntry> waiting_;
    std::uint64_t overflow_ = 0;  ///< lost to the bound
    bool writing_ = false;
    bool stopping_ = false;
    std::thread writer_;
};

}  // namespace ctiengine::audit
