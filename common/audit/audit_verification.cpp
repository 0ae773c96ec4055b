#include "common/audit/audit_verification.hpp"

#include "common/audit/audit_files.hpp"
#include "common/audit/audit_head.hpp"

#include <fstream>
#include <optional>

namespace ctiengine::audit {
namespace {

class Verifier {
  public:
    explicit Verifier(const std::filesystem::path& directory)
        : directory_(directory), head_(read_head(directory)) {}

    AuditReport run() {
        for (const auto& file : audit_files(directory_)) read(file);
        check_end();
        return std::move(report_);
    }

  private:
    void problem(const std::filesystem::path& file, std::size_t line, std::string what) {
        report_.problems.push_back({file, line, std::move(what)});
    }

    void read(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        if (!in) return problem(file, 0, "cannot be read");
        ++report_.files;
        std::size_t number = 0;
        for (std::string text; std::getline(in, text);) {
            const bool torn = in.eof();
            check(file, ++number, text, torn);
        }
    }

    void check(const std::filesystem::path& file, std::size_t number, const std::string& text, bool torn) {
        const auto line = read_line(text);
        if (!line) {
            // The last line of a log that is being written may not be whole yet.
            if (!torn) problem(file, number, line.error().detail);
            return;
        }
        ++report_.entries;
        if (last_) check_place(file, number, *line);
        if (report_.first_seq == 0) report_.first_seq = line->link.seq;
        last_ = line->link;
        report_.last_seq = line->link.seq;
        if (head_ && head_->seq == line->link.seq) head_seen_ = head_->hash == line->link.hash;
    }

    void check_place(const std::filesystem::path& file, std::size_t number, const ReadLine& line) {
        if (line.link.seq != last_->seq + 1) {
            return problem(
                file, number,
                "number " + std::to_string(line.link.seq) + " follows " + std::to_string(last_->seq) +
                    ": lines were removed, added or moved"
            );
        }
        if (line.prev != last_->hash)
            problem(file, number, "the line before it was changed, or this one was put in");
    }

    void check_end() {
        const auto file = directory_ / kHeadFile;
        if (!head_) {
            if (report_.entries > 0)
                problem(file, 0, "is missing or unreadable: nothing tells where the log ends");
            return;
        }
        if (head_->seq > report_.last_seq) {
            return problem(
                file, 0,
                "the log ends with number " + std::to_string(report_.last_seq) + " but went up to " +
                    std::to_string(head_->seq) + ": lines at its end were removed"
            );
        }
        if (!head_seen_ && head_->seq >= report_.first_seq && head_->seq > 0) {
            problem(file, 0, "line " + std::to_string(head_->seq) + " is not the one that was written");
        }
    }

    std::filesystem::path directory_;
    std::optional<Link> head_;
    std::optional<Link> last_;
    bool head_seen_ = false;
    AuditReport report_;
};

}  // namespace

AuditReport verify_audit_log(const std::filesystem::path& directory) {
    return Verifier(directory).run();
}

}  // namespace ctiengine::audit
