#pragma once
#include "common/audit/audit_files.hpp"
#include "common/audit/audit_log.hpp"
#include "tests/fakes/certificates/certificates.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace ctiengine::audit {

class FixedClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override { return {}; }
    std::chrono::system_clock::time_point wall_now() const override { return wall; }
    std::chrono::system_clock::time_point wall =
        std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(12);
};

/// A folder with an audit log that the test writes, reads and spoils.
class AuditFolder {
  public:
    std::filesystem::path path() const { return directory_.path() / "log"; }
    AuditLogSettings settings(std::uint64_t file_bytes = 1 << 20) const {
        AuditLogSettings settings;
        settings.directory = path();
        settings.file_bytes = file_bytes;
        return settings;
    }
    /// Writes `count` entries "event-N" as one process would.
    void write(int count, std::uint64_t file_bytes = 1 << 20) {
        AuditLog log(settings(file_bytes), clock);
        for (int number = 0; number < count; ++number) {
            AuditEntry entry;
            entry.event = "event-" + std::to_string(++written_);
            log.record(std::move(entry));
        }
    }
    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (const auto& file : audit_files(path())) {
            std::ifstream in(file);
            for (std::string line; std::getline(in, line);) all.push_back(line);
        }
        return all;
    }
    static std::string content(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void replace(const std::filesystem::path& file, const std::string& content) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
    }

    FixedClock clock;

  private:
    ctiengine::testing::TemporaryDirectory directory_;
    int written_ = 0;
};

}  // namespace ctiengine::audit
