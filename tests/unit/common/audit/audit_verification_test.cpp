#include "common/audit/audit_verification.hpp"

#include "common/audit/audit_head.hpp"
#include "tests/unit/common/audit/audit_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace ctiengine::audit {
namespace {

using Lines = std::vector<std::string>;

/// A hand that changes the log; the file's lines come and go as text.
struct Tampering {
    const char* name;
    std::function<void(Lines&)> change;
};
void PrintTo(const Tampering& row, std::ostream* out) {
    *out << row.name;
}

class AuditVerification : public ::testing::TestWithParam<Tampering> {};

TEST_P(AuditVerification, NoticesTheChange) {
    AuditFolder folder;
    folder.write(5);
    ASSERT_TRUE(verify_audit_log(folder.path()).intact());
    auto lines = folder.lines();
    GetParam().change(lines);
    std::string content;
    for (const auto& line : lines) content += line + "\n";
    AuditFolder::replace(audit_files(folder.path()).front(), content);
    const auto report = verify_audit_log(folder.path());
    ASSERT_FALSE(report.intact());
    EXPECT_FALSE(report.problems.front().what.empty());
}

/// The same line with other content but its own place: the next line's hash tells.
std::string forged(const std::string& line) {
    auto changed = line;
    changed.replace(changed.find("event-"), 6, "EVENT-");
    return changed;
}

INSTANTIATE_TEST_SUITE_P(
    Hands,
    AuditVerification,
    ::testing::Values(
        Tampering{"ChangesALine", [](Lines& lines) { lines[2] = forged(lines[2]); }},
        Tampering{"ChangesTheFirstLine", [](Lines& lines) { lines[0] = forged(lines[0]); }},
        Tampering{"ChangesTheLastLine", [](Lines& lines) { lines[4] = forged(lines[4]); }},
        Tampering{"RemovesALine", [](Lines& lines) { lines.erase(lines.begin() + 2); }},
        Tampering{"RemovesTheLastLine", [](Lines& lines) { lines.pop_back(); }},
        Tampering{"RemovesAll", [](Lines& lines) { lines.clear(); }},
        Tampering{"SwapsTwoLines", [](Lines& lines) { std::swap(lines[1], lines[2]); }},
        Tampering{"RepeatsALine", [](Lines& lines) { lines.insert(lines.begin() + 2, lines[1]); }},
        Tampering{
            "PutsALineIn",
            [](Lines& lines) {
                AuditEntry entry;
                entry.event = "nothing happened";
                const auto before = read_line(lines[1]);
                lines.insert(lines.begin() + 2, line_of(entry, before->link, {}));
            }},
        Tampering{
            "AppendsALineOfItsOwn",
            [](Lines& lines) {
                AuditEntry entry;
                entry.event = "nothing happened";
                lines.back() = line_of(entry, read_line(lines[3])->link, {});
            }},
        Tampering{"WritesNonsense", [](Lines& lines) { lines[3] = "hello"; }}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(AuditVerificationOfFiles, NoticesAFileThatIsMissing) {
    AuditFolder folder;
    folder.write(30, 600);
    const auto files = audit_files(folder.path());
    std::filesystem::remove(files[files.size() / 2]);
    EXPECT_FALSE(verify_audit_log(folder.path()).intact());
}

TEST(AuditVerificationOfFiles, NoticesThatTheHeadIsMissing) {
    AuditFolder folder;
    folder.write(3);
    std::filesystem::remove(folder.path() / kHeadFile);
    EXPECT_FALSE(verify_audit_log(folder.path()).intact());
}

TEST(AuditVerificationOfFiles, NoticesAHeadOfAnotherLog) {
    AuditFolder folder;
    folder.write(3);
    ASSERT_TRUE(write_head(folder.path(), {2, sha256("another")}));
    EXPECT_FALSE(verify_audit_log(folder.path()).intact());
}

TEST(AuditVerificationOfFiles, FindsAnEmptyFolderIntact) {
    AuditFolder folder;
    const auto report = verify_audit_log(folder.path());
    EXPECT_TRUE(report.intact());
    EXPECT_EQ(report.entries, 0U);
}

TEST(AuditVerificationOfFiles, ToleratesTheLineThatIsBeingWritten) {
    AuditFolder folder;
    folder.write(3);
    const auto file = audit_files(folder.path()).back();
    AuditFolder::replace(file, AuditFolder::content(file) + R"({"seq":4,)");
    EXPECT_TRUE(verify_audit_log(folder.path()).intact());
}

}  // namespace
}  // namespace ctiengine::audit
