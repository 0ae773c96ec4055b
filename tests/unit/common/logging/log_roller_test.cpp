#include "common/logging/log_roller.hpp"

#include "tests/fakes/certificates/certificates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

namespace ctiengine::logging {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

class FixedClock final : public Clock {
  public:
    std::chrono::steady_clock::time_point now() const override { return {}; }
    std::chrono::system_clock::time_point wall_now() const override { return wall; }
    std::chrono::system_clock::time_point wall = std::chrono::sys_days(2015y / 4 / 24) + 12h;
};

class LogRollerTest : public ::testing::Test {
  protected:
    LogRollerTest() { set_zone("UTC0"); }
    ~LogRollerTest() override { set_zone("UTC0"); }

    static void set_zone(const char* zone) {
        setenv("TZ", zone, 1);
        tzset();
    }
    RollerSettings settings(std::uint64_t bytes = 1000) const {
        return {directory_.path() / "log", "ctiengine", bytes, std::chrono::days(30)};
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(directory_.path() / "log")) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
    std::string content(const std::string& name) const {
        std::ifstream file(directory_.path() / "log" / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    ctiengine::testing::TemporaryDirectory directory_;
    FixedClock clock_;
};

TEST_F(LogRollerTest, NamesTheFileAfterTheDayAndStartsWithZero) {
    LogRoller roller(settings(), clock_);
    roller.write("one\n");
    EXPECT_THAT(files(), ElementsAre("ctiengine_24042015_0.txt"));
    EXPECT_EQ(content("ctiengine_24042015_0.txt"), "one\n");
}

TEST_F(LogRollerTest, BeginsTheNextFileWithTheLineThatWouldPassTheSize) {
    LogRoller roller(settings(10), clock_);
    for (const auto* line : {"12345\n", "678\n", "9\n", "a line longer than a file\n", "x\n"})
        roller.write(line);
    EXPECT_EQ(content("ctiengine_24042015_0.txt"), "12345\n678\n");
    EXPECT_EQ(content("ctiengine_24042015_1.txt"), "9\n");
    EXPECT_EQ(content("ctiengine_24042015_2.txt"), "a line longer than a file\n");
    EXPECT_EQ(content("ctiengine_24042015_3.txt"), "x\n");
}

TEST_F(LogRollerTest, BeginsANewFileAtLocalMidnight) {
    set_zone("XST-2");  // two hours east of Greenwich
    clock_.wall = std::chrono::sys_days(2015y / 4 / 24) + 21h + 59min;
    LogRoller roller(settings(10), clock_);
    roller.write("1234567\n");
    roller.write("evening\n");
    clock_.wall += 1min;
    roller.write("morning\n");
    EXPECT_THAT(
        files(),
        ElementsAre("ctiengine_24042015_0.txt", "ctiengine_24042015_1.txt", "ctiengine_25042015_0.txt")
    );
    EXPECT_EQ(content("ctiengine_25042015_0.txt"), "morning\n");
}

TEST_F(LogRollerTest, AppendsToTheLastFileOfTheDayAfterARestart) {
    directory_.write("log/ctiengine_24042015_2.txt", "two\n");
    directory_.write("log/ctiengine_24042015_10.txt", "ten\n");
    directory_.write("log/clientlogger_24042015_99.txt", "another's\n");
    LogRoller roller(settings(), clock_);
    roller.write("more\n");
    EXPECT_EQ(content("ctiengine_24042015_10.txt"), "ten\nmore\n");
}

TEST_F(LogRollerTest, DeletesByTheDateInTheNameOnceItIsPastRetention) {
    for (const auto* name :
         {"ctiengine_24032015_0.txt", "ctiengine_25032015_0.txt", "ctiengine_01012014_7.txt",
          "clientlogger_01012014_0.txt", "ctiengine_01012014.txt", "ctiengine_99992014_0.txt", "notes.txt"}) {
        directory_.write(std::filesystem::path("log") / name, "x");
    }
    LogRoller roller(settings(), clock_);
    EXPECT_THAT(
        files(), ElementsAre(
                     "clientlogger_01012014_0.txt", "ctiengine_01012014.txt", "ctiengine_24042015_0.txt",
                     "ctiengine_25032015_0.txt", "ctiengine_99992014_0.txt", "notes.txt"
                 )
    );
    clock_.wall += 24h;
    roller.write("next day\n");
    EXPECT_THAT(files(), ::testing::Not(::testing::Contains("ctiengine_25032015_0.txt")));
}

TEST_F(LogRollerTest, SaysThatTheDirectoryCannotBeMade) {
    directory_.write("log", "a file is in the way");
    EXPECT_THROW(LogRoller(settings(), clock_), std::system_error);
}

TEST_F(LogRollerTest, CountsWhatItCannotWriteAndSaysSoLater) {
    LogRoller roller(settings(), clock_);
    std::filesystem::remove_all(directory_.path() / "log");
    clock_.wall += 24h;  // needs a new file, and the directory is gone
    roller.write("lost\n");
    roller.write("lost too\n");
    EXPECT_EQ(roller.dropped(), 2U);
    std::filesystem::create_directory(directory_.path() / "log");
    roller.write("back\n");
    EXPECT_EQ(roller.dropped(), 0U);
    EXPECT_EQ(content("ctiengine_25042015_0.txt"), "2 lines were lost: the disk took none\nback\n");
}

TEST(LogFileName, ReadsWhatItWrites) {
    const LogFileName name{2015y / 4 / 24, 12};
    EXPECT_EQ(name.text("user log"), "user log_24042015_12.txt");
    const auto parsed = LogFileName::parse("user log_24042015_12.txt", "user log");
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->date, name.date);
    EXPECT_EQ(parsed->ordinal, 12U);
    for (const auto* other :
         {"x_24042015_.txt", "x_24042015_1", "x_2404201_1.txt", "x_31022015_1.txt", "x", ""}) {
        EXPECT_FALSE(LogFileName::parse(other, "x").has_value()) << other;
    }
}

}  // namespace
}  // namespace ctiengine::logging
