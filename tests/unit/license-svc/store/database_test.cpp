#include "license-svc/store/database.hpp"

#include "tests/unit/license-svc/store/state_folder.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

TEST(LicenseDatabase, MakesItsFolderForNobodyElse) {
    const StateFolder folder;
    folder.open();
    EXPECT_EQ(fs::status(folder.file().parent_path()).permissions(), fs::perms::owner_all);
}

TEST(LicenseDatabase, CountsOverStarts) {
    const StateFolder folder;
    EXPECT_EQ(folder.open().next_number("epoch").value(), 1U);
    auto again = folder.open();
    EXPECT_EQ(again.next_number("epoch").value(), 2U);
    EXPECT_EQ(again.next_number("epoch").value(), 3U);
    EXPECT_EQ(again.next_number("incarnation").value(), 1U);
}

TEST(LicenseDatabase, KnowsItselfAgainAndNoOther) {
    const StateFolder folder;
    const auto first = folder.open().identity();
    EXPECT_EQ(first.size(), 16U);
    EXPECT_EQ(folder.open().identity(), first);
    fs::remove(folder.file());
    EXPECT_NE(folder.open().identity(), first) << "its numbers begin anew";
}

TEST(LicenseDatabase, PutsWhatIsNoDatabaseAsideAndSaysSo) {
    const StateFolder folder;
    fs::create_directories(folder.file().parent_path());
    std::ofstream(folder.file()) << std::string(8192, 'x');
    auto database = folder.open();
    ASSERT_TRUE(database.lost());
    EXPECT_THAT(*database.lost(), HasSubstr("license.db.damaged"));
    EXPECT_TRUE(fs::exists(folder.file().string() + ".damaged"));
    EXPECT_EQ(database.next_number("epoch").value(), 1U);
}

TEST(LicenseDatabase, SaysWhyAFolderCannotBeUsed) {
    const StateFolder folder;
    fs::create_directories(folder.file());  // a folder where the file should be
    const auto database = Database::open(folder.file());
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, Errc::Io);
    EXPECT_THAT(database.error().detail, HasSubstr(folder.file().string()));
}

}  // namespace
}  // namespace ctiengine::license
