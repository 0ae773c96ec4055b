#include "common/audit/audit_log.hpp"

#include "common/audit/audit_verification.hpp"
#include "tests/unit/common/audit/audit_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

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

TEST(AuditLog, CountsWhatIsTooMuchAtOnce) {
    AuditFolder folder;
    auto settings = folder.settings();
    settings.most_waiting = 0;
    {
        AuditLog log(settings, folder.clock);
        AuditEntry entry;
        entry.event = "log-in";
        for (int times = 0; times < 5; ++times) log.record(entry);
    }
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
