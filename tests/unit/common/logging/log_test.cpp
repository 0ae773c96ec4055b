#include "common/logging/log.hpp"

#include "common/logging/logging_setup.hpp"
#include "tests/fakes/certificates/certificates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace ctiengine::logging {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LogTest : public ::testing::Test {
  protected:
    void start(Severity severity) {
        LogSettings settings;
        settings.component = "gateway";
        settings.severity = severity;
        settings.to_stderr = false;
        settings.directory = directory_.path();
        set_up(settings);
    }
    std::string written() const {
        std::string all;
        for (const auto& entry : std::filesystem::directory_iterator(directory_.path())) {
            std::ifstream file(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }

    ctiengine::testing::TemporaryDirectory directory_;
};

TEST_F(LogTest, WritesLevelComponentContextAndText) {
    start(Severity::Low);
    const LogContext at{7, "0042"};
    warn(at, "{} of {}", 1, 2);
    EXPECT_THAT(written(), EndsWith(" warning gateway s=7 r=0042 1 of 2\n"));
}

TEST_F(LogTest, LeavesOutAnEmptyContext) {
    start(Severity::Low);
    error("no link");
    EXPECT_THAT(written(), EndsWith(" error gateway no link\n"));
}

TEST_F(LogTest, WritesDebugLinesAtSeverityHighOnly) {
    start(Severity::Low);
    debug("details");
    EXPECT_FALSE(enabled(Level::Debug));
    EXPECT_THAT(written(), IsEmpty());
    set_severity(Severity::High);
    EXPECT_TRUE(enabled(Level::Debug));
    debug("details");
    EXPECT_THAT(written(), EndsWith(" debug gateway details\n"));
}

TEST_F(LogTest, ShowsControlCharactersSoThatNoPeerCanForgeALine) {
    start(Severity::Low);
    const LogContext at{1, "a\nb"};
    info(at, "name={}", "x\r\n2026-01-01 error \x1b[31m\x7f caf\xC3\xA9");
    EXPECT_THAT(written(), EndsWith("r=a\\nb name=x\\x0d\\n2026-01-01 error \\x1b[31m\\x7f caf\xC3\xA9\n"));
}

TEST_F(LogTest, KeepsLongLinesWhole) {
    start(Severity::Low);
    const std::string long_text(10000, 'x');
    info("{}", long_text);
    EXPECT_THAT(written(), HasSubstr(long_text));
}

}  // namespace
}  // namespace ctiengine::logging
