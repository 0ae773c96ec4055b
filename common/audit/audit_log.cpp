#include "common/audit/audit_log.hpp"

#include "common/audit/audit_files.hpp"
#include "common/audit/audit_head.hpp"
#include "common/logging/log.hpp"
#include "common/logging/log_roller.hpp"

#include <optional>
#include <utility>

namespace ctiengine::audit {
namespace {

logging::RollerSettings roller_settings(const AuditLogSettings& settings) {
    logging::RollerSettings roller;
    roller.directory = settings.directory;
    roller.prefix = kFilePrefix;
    roller.suffix = kFileSuffix;
    roller.file_bytes = settings.file_bytes;
    roller.retention = settings.retention;
    roller.tells_losses = false;  // a line of its own would have no place in the chain
    return roller;
}

AuditEntry lost(std::uint64_t count, const char* why) {
    AuditEntry entry;
    entry.event = "entries lost";
    entry.fields = {{"count", std::to_string(count)}, {"why", why}};
    return entry;
}

AuditEntry noticed(const char* event, const char* why) {
    AuditEntry entry;
    entry.event = event;
    entry.fields = {{"why", why}};
    return entry;
}

AuditEntry repaired(const std::string& cut) {
    auto entry = noticed("log repaired", "the last line was torn, as by a crash");
    entry.fields.emplace_back("bytes", std::to_string(cut.size()));
    entry.fields.emplace_back("sha256", sha256(cut));
    return entry;
}

/// The line that the head names is in the log as it was written. A head behind the log's end fits: a crash
/// may have come between a line and the head.
bool head_fits(const std::filesystem::path& directory, const Link& head, const std::optional<Link>& last) {
    if (head.seq == 0) return true;
    if (!last || head.seq > last->seq) return false;
    return (head.seq == last->seq ? last : find_line(directory, head.seq)) == head;
}

/// What the next line names as the line before it. Where head and log contradict each other it is what the
/// head says, never the line that was found: the break stays in the chain, and verification finds it for
/// ever.
Link end_of(
    const std::filesystem::path& directory, const std::optional<Link>& head, const std::optional<Link>& last
) {
    if (!head) return last.value_or(Link{});
    if (!last || head->seq >= last->seq) return *head;
    return head_fits(directory, *head, last) ? *last : Link{last->seq, head->hash};
}

}  // namespace

AuditLog::AuditLog(AuditLogSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock) {
    std::filesystem::create_directories(settings_.directory);
    take_up_the_chain();
    writer_ = std::thread([this] { run(); });
}

AuditLog::~AuditLog() {
    {
        const std::lock_guard hold(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

void AuditLog::take_up_the_chain() {
    const auto tail = find_tail(settings_.directory);
    const auto head = read_head(settings_.directory);
    std::vector<AuditEntry> found;
    if (!tail.cut.empty()) found.push_back(repaired(tail.cut));
    if (tail.last && !head) found.push_back(noticed("head missing", "nothing told where the log ended"));
    if (head && !head_fits(settings_.directory, *head, tail.last)) {
        found.push_back(noticed("log changed", "it did not end as the head says"));
    }
    last_ = end_of(settings_.directory, head, tail.last);
    roller_ = std::make_unique<logging::LogRoller>(roller_settings(settings_), clock_);
    if (!found.empty()) write(found);
}

void AuditLog::record(AuditEntry entry) noexcept {
    try {
        const std::lock_guard hold(mutex_);
        if (waiting_.size() < settings_.most_waiting) {
            waiting_.push_back(std::move(entry));
        } else {
            ++overflow_;
        }
    } catch (...) {  // out of memory
        return;
    }
    changed_.notify_all();
}

void AuditLog::flush() {
    std::unique_lock hold(mutex_);
    changed_.wait(hold, [this] { return waiting_.empty() && !writing_; });
}

void AuditLog::run() {
    std::unique_lock hold(mutex_);
    for (;;) {
        changed_.wait(hold, [this] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        auto entries = std::exchange(waiting_, {});
        if (const auto missed = std::exchange(overflow_, 0))
            entries.push_back(lost(missed, "too many at once"));
        writing_ = true;
        hold.unlock();
        write(entries);
        hold.lock();
        writing_ = false;
        changed_.notify_all();
    }
}

void AuditLog::write(const std::vector<AuditEntry>& entries) {
    for (const auto& entry : entries) {
        if (unwritten_ > 0 && append(lost(unwritten_, "the disk took none"))) unwritten_ = 0;
        if (append(entry)) continue;
        if (unwritten_++ == 0) logging::error("the audit log cannot be written: is the disk full?");
    }
    roller_->sync();
    if (!write_head(settings_.directory, last_) && unwritten_ == 0) {
        logging::error("{} cannot be written", (settings_.directory / kHeadFile).string());
    }
}

bool AuditLog::append(const AuditEntry& entry) {
    auto line = line_of(entry, last_, clock_.wall_now());
    Link link{last_.seq + 1, sha256(line)};
    line += '\n';
    if (!roller_->write(line)) return false;
    last_ = std::move(link);
    return true;
}

}  // namespace ctiengine::audit
