#include "common/audit/audit_log.hpp"

#include "common/audit/audit_head.hpp"
#include "common/audit/audit_verification.hpp"
#include "tests/unit/common/audit/audit_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <mutex>

namespace ctiengine::audit {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(AuditLog, WritesWhatIsRecordedInItsOrder) {
    AuditFolder folder;
    folder.write(3);
    const auto lines = folder.lines();
    ASSERT_THAT(lines, SizeIs(3));
    for (int number = 1; number <= 3; ++number) {
        EXPECT_THAT(
            lines[static_cast<std::size_t>(number - 1)], HasSubstr("event-" + std::to_string(number))
        );
    }
    EXPECT_TRUE(verify_audit_log(folder.path()).intact());
}

TEST(AuditLog, HasItOnTheDiskAfterFlush) {
    AuditFolder folder;
    AuditLog log(folder.settings(), folder.clock);
    AuditEntry entry;
    entry.event = "log-in";
    log.record(entry);
    log.flush();
    EXPECT_THAT(folder.lines(), SizeIs(1));
}

TEST(AuditLog, IsForItsOwnerAndGroupOnly) {
    AuditFolder folder;
    folder.write(1);
    struct stat status {};
    ASSERT_EQ(::stat(audit_files(folder.path()).front().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0640U);
}

TEST(AuditLog, GoesOnWithTheChainAfterARestartAndInNewFilesAndDays) {
    AuditFolder folder;
    folder.write(20, 600);
    folder.write(20, 600);
    folder.clock.wall += 24h;
    folder.write(20, 600);
    const auto report = verify_audit_log(folder.path());
    EXPECT_TRUE(report.intact());
    EXPECT_EQ(report.entries, 60U);
    EXPECT_EQ(report.last_seq, 60U);
    EXPECT_GT(report.files, 10U);
}

TEST(AuditLog, SaysThatACrashToreTheLastLine) {
    AuditFolder folder;
    folder.write(2);
    const auto file = audit_files(folder.path()).back();
    AuditFolder::replace(file, AuditFolder::content(file) + R"({"seq":3,"ti)");
    folder.write(1);
    const auto lines = folder.lines();
    ASSERT_THAT(lines, SizeIs(4));
    EXPECT_THAT(lines[2], HasSubstr("log repaired"));
    EXPECT_TRUE(verify_audit_log(folder.path()).intact());
}

TEST(AuditLog, LeavesAGapWhereLinesWereCutOff) {
    AuditFolder folder;
    folder.write(3);
    const auto file = audit_files(folder.path()).back();
    const auto content = AuditFolder::content(file);
    AuditFolder::replace(file, content.substr(0, content.find('\n') + 1));
    folder.write(1);
    EXPECT_FALSE(verify_audit_log(folder.path()).intact()) << "going on must not hide it";
}

/// The file's last line with another event, as a hand would write it while the process is down.
void change_the_last_line(const AuditFolder& folder) {
    const auto file = audit_files(folder.path()).back();
    auto content = AuditFolder::content(file);
    content.replace(content.rfind("event-"), 6, "EVENT-");
    AuditFolder::replace(file, content);
}

TEST(AuditLog, DoesNotGoOnFromALastLineThatWasChanged) {
    AuditFolder folder;
    folder.write(3);
    change_the_last_line(folder);
    folder.write(1);
    const auto report = verify_audit_log(folder.path());
    ASSERT_FALSE(report.intact()) << "a restart must not hide it";
    EXPECT_EQ(report.problems.front().line, 4U);
}

TEST(AuditLog, DoesNotReplaceAHeadOfAnotherLogUnseen) {
    AuditFolder folder;
    folder.write(3);
    ASSERT_TRUE(write_head(folder.path(), {2, sha256("another")}));
    folder.write(1);
    EXPECT_FALSE(verify_audit_log(folder.path()).intact()) << "a restart must not hide it";
}

TEST(AuditLog, SaysThatItsHeadWasMissing) {
    AuditFolder folder;
    folder.write(3);
    std::filesystem::remove(folder.path() / kHeadFile);
    folder.write(1);
    const auto lines = folder.lines();
    ASSERT_THAT(lines, SizeIs(5));
    EXPECT_THAT(lines[3], HasSubstr("head missing"));
}

TEST(AuditLog, GoesOnWhenACrashCameBetweenTheLinesAndTheHead) {
    AuditFolder folder;
    folder.write(2);
    const auto older = read_head(folder.path());
    ASSERT_TRUE(older);
    folder.write(2);
    ASSERT_TRUE(write_head(folder.path(), *older));
    folder.write(1);
    EXPECT_TRUE(verify_audit_log(folder.path()).intact());
    EXPECT_THAT(folder.lines(), SizeIs(5));
}

TEST(AuditLog, ForgetsFilesThatAreTooOldAndStaysVerifiable) {
    AuditFolder folder;
    folder.write(2);
    folder.clock.wall += 24h * 366;
    folder.write(2);
    const auto report = verify_audit_log(folder.path());
    EXPECT_TRUE(report.intact());
    EXPECT_EQ(report.first_seq, 3U);
    EXPECT_EQ(report.entries, 2U);
}

/// Holds the writer where it asks for the time, so that a test knows what waits behind it.
class HeldClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override { return {}; }
    std::chrono::system_clock::time_point wall_now() const override {
        std::unique_lock hold(mutex_);
        if (closed_) {
            held_ = true;
            changed_.notify_all();
            changed_.wait(hold, [this] { return !closed_; });
        }
        return FixedClock().wall;
    }
    void close() {
        const std::lock_guard hold(mutex_);
        closed_ = true;
    }
    void wait_held() {
        std::unique_lock hold(mutex_);
        changed_.wait(hold, [this] { return held_; });
    }
    void open() {
        const std::lock_guard hold(mutex_);
        closed_ = false;
        changed_.notify_all();
    }

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable bool held_ = false;
    bool closed_ = false;
};

TEST(AuditLog, CountsWhatIsTooMuchAtOnce) {
    AuditFolder folder;
    HeldClock clock;
    auto settings = folder.settings();
    settings.most_waiting = 3;
    {
        AuditLog log(settings, clock);
        AuditEntry entry;
        entry.event = "log-in";
        clock.close();
        log.record(entry);
        clock.wait_held();
        for (int times = 0; times < 3 + 5; ++times) log.record(entry);
        clock.open();
    }
    const auto lines = folder.lines();
    ASSERT_THAT(lines, SizeIs(1 + 3 + 1));
    EXPECT_THAT(lines.back(), HasSubstr(R"("event":"entries lost","fields":{"count":"5")"));
    EXPECT_TRUE(verify_audit_log(folder.path()).intact());
}

TEST(AuditLog, TellsItsStartWhenTheFolderCannotBeMade) {
    FixedClock clock;
    AuditLogSettings settings;
    settings.directory = "/proc/nowhere/audit";
    EXPECT_THROW(AuditLog(settings, clock), std::filesystem::filesystem_error);
}

/// A child writes until it is killed in the middle of it; what it left is whole.
TEST(AuditLog, SurvivesItsProcess) {
    AuditFolder folder;
    for (int round = 0; round < 5; ++round) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            AuditLog log(folder.settings(4000), folder.clock);
            AuditEntry entry;
            entry.event = "busy";
            for (;;) {
                log.record(entry);
                log.flush();
            }
        }
        while (folder.lines().size() < static_cast<std::size_t>(50 * (round + 1))) ::usleep(1000);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    folder.write(1);
    const auto report = verify_audit_log(folder.path());
    EXPECT_TRUE(report.intact()) << (report.intact() ? "" : report.problems.front().what);
    EXPECT_GE(report.entries, 250U);
}

}  // namespace
}  // namespace ctiengine::audit
