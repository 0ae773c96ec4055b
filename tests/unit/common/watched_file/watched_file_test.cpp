#include "common/watched_file/watched_file.hpp"

#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/manual_clock/manual_clock.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

namespace ctiengine::watched_file {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using Text = WatchedFile<std::string>;

/// Loads any text but "broken".
Result<std::string> load(const std::filesystem::path& file) {
    auto text = read_file(file, {});
    if (text && *text == "broken") return Error{Errc::InvalidSettings, "broken"};
    return text;
}

class Watched : public ::testing::Test {
  protected:
    Text open() {
        auto report = [this](const std::optional<Error>& refused) {
            reports.emplace_back(refused ? refused->detail : "new");
        };
        return Text::open(folder.path() / "file", clock, load, report).value();
    }

    testing::TemporaryDirectory folder;
    testing::ManualClock clock;
    std::vector<std::string> reports;
};

TEST_F(Watched, IsReadAgainWhenItChanged) {
    folder.write("file", "one");
    auto file = open();
    EXPECT_EQ(*file.current(), "one");
    folder.write("file", "three");
    clock.advance(1s);
    EXPECT_EQ(*file.current(), "three");
    EXPECT_THAT(reports, ::testing::ElementsAre("new"));
}

TEST_F(Watched, IsLookedAtOnceASecondAtMost) {
    folder.write("file", "one");
    auto file = open();
    clock.advance(1s);
    EXPECT_EQ(*file.current(), "one");
    folder.write("file", "three");
    clock.advance(999ms);
    EXPECT_EQ(*file.current(), "one");
    clock.advance(1ms);
    EXPECT_EQ(*file.current(), "three");
}

TEST_F(Watched, KeepsTheOldContentWhileTheNewIsBrokenAndSaysSoOnce) {
    folder.write("file", "one");
    auto file = open();
    folder.write("file", "broken");
    for (int look = 0; look < 3; ++look) {
        clock.advance(1s);
        EXPECT_EQ(*file.current(), "one");
    }
    std::filesystem::remove(folder.path() / "file");
    for (int look = 0; look < 3; ++look) {
        clock.advance(1s);
        EXPECT_EQ(*file.current(), "one");
    }
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0], "broken");
    EXPECT_THAT(reports[1], HasSubstr("No such file"));
    folder.write("file", "four!");
    clock.advance(1s);
    EXPECT_EQ(*file.current(), "four!");
}

TEST_F(Watched, IsSeenWhenAnotherFileTookItsPlace) {
    folder.write("file", "one");
    auto file = open();
    folder.write("next", "two");  // of the same length
    std::filesystem::rename(folder.path() / "next", folder.path() / "file");
    clock.advance(1s);
    EXPECT_EQ(*file.current(), "two");
}

TEST_F(Watched, MustBeGoodAtTheStart) {
    auto report = [](const std::optional<Error>&) {};
    EXPECT_EQ(Text::open(folder.path() / "none", clock, load, report).error().code, Errc::Io);
    folder.write("file", "broken");
    EXPECT_EQ(Text::open(folder.path() / "file", clock, load, report).error().code, Errc::InvalidSettings);
}

class PrivateFile : public ::testing::TestWithParam<std::pair<mode_t, bool>> {};

TEST_P(PrivateFile, IsNotForOthers) {
    testing::TemporaryDirectory folder;
    const auto file = folder.write("secret", "x");
    ASSERT_EQ(::chmod(file.c_str(), GetParam().first), 0);
    ReadRules rules;
    rules.is_private = true;
    auto text = read_file(file, rules);
    EXPECT_EQ(text.has_value(), GetParam().second);
    if (!text) {
        EXPECT_THAT(text.error().detail, HasSubstr("chmod o=,g-w"));
    }
    EXPECT_TRUE(read_file(file, {})) << "others may read what is no secret";
}

constexpr std::pair<mode_t, bool> kModes[] = {{0600, true},  {0640, true},  {0400, true},
                                              {0644, false}, {0660, false}, {0602, false}};
INSTANTIATE_TEST_SUITE_P(Modes, PrivateFile, ::testing::ValuesIn(kModes));

TEST(ReadFile, RefusesWhatIsNoFileAndWhatIsTooLarge) {
    testing::TemporaryDirectory folder;
    EXPECT_EQ(read_file(folder.path(), {}).error().code, Errc::Io);
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read_file(folder.path() / "pipe", {}).error().code, Errc::Io)
        << "and does not wait for a writer";
    ReadRules rules;
    rules.most_bytes = 3;
    EXPECT_TRUE(read_file(folder.write("three", "abc"), rules));
    EXPECT_EQ(read_file(folder.write("four", "abcd"), rules).error().code, Errc::TooLarge);
}

}  // namespace
}  // namespace ctiengine::watched_file
