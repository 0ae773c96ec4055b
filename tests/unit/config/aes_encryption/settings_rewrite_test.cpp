#include "config/aes_encryption/settings_rewrite.hpp"

#include "tests/unit/config/secrets/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::aes_encryption {
namespace {

using ::testing::HasSubstr;

TEST(SettingsRewrite, RefusesAValueThatItCannotFindAsText) {
    const testing::PrivateFolder folder;
    auto file = folder.write("settings.xml", "<A>&#99;te1:k:n:c</A>", 0600);
    auto replaced = replace_values(file, {{"cte1:k:n:c", "cte1:x:y:z"}});
    ASSERT_FALSE(replaced);
    EXPECT_THAT(replaced.error().detail, HasSubstr("unusual way"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "settings.xml.bak"));
}

TEST(SettingsRewrite, ReplacesEveryPlaceAndTheBackupOfTheTimeBefore) {
    const testing::PrivateFolder folder;
    auto file = folder.write("settings.xml", "<!-- old --><A>old</A>", 0600);
    folder.write("settings.xml.bak", "of the time before", 0600);
    folder.write("settings.xml.new", "of a run that was cut", 0600);
    ASSERT_TRUE(replace_values(file, {{"old", "new"}}));
    auto content = [&](const char* name) {
        std::ifstream in(folder.path() / name);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    EXPECT_EQ(content("settings.xml"), "<!-- new --><A>new</A>");
    EXPECT_EQ(content("settings.xml.bak"), "<!-- old --><A>old</A>");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "settings.xml.new"));
}

}  // namespace
}  // namespace ctiengine::aes_encryption
