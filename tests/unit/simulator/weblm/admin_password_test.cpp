#include "simulator/weblm/app/admin_password.hpp"

#include "common/password_hash/password_hash.hpp"
#include "simulator/weblm/app/random_token.hpp"
#include "tests/fakes/certificates/certificates.hpp"

#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

class AdminPassword : public ::testing::Test {
  protected:
    std::filesystem::path file(const std::string& content) {
        const auto path = folder_.write("password", content);
        std::filesystem::permissions(path, std::filesystem::perms::owner_read);
        return path;
    }
    testing::TemporaryDirectory folder_;
};

TEST_F(AdminPassword, IsALineOfAFile) {
    const auto check = password_check_from(file("right\n"));
    ASSERT_TRUE(check.has_value()) << check.error().detail;
    EXPECT_TRUE((*check)("right"));
    EXPECT_FALSE((*check)("right\n"));
    EXPECT_FALSE((*check)(""));
}

TEST_F(AdminPassword, MayBeAHash) {
    const auto hash = password_hash::make("right");
    ASSERT_TRUE(hash.has_value());
    const auto check = password_check_from(file(*hash + "\n"));
    ASSERT_TRUE(check.has_value()) << check.error().detail;
    EXPECT_TRUE((*check)("right"));
    EXPECT_FALSE((*check)(*hash));
}

TEST_F(AdminPassword, WithoutAFileNothingFits) {
    const auto check = password_check_from({});
    ASSERT_TRUE(check.has_value());
    EXPECT_FALSE((*check)(""));
}

TEST_F(AdminPassword, SaysWhatIsWrongWithTheFile) {
    EXPECT_FALSE(password_check_from(folder_.path() / "none").has_value());
    EXPECT_FALSE(password_check_from(file("\n")).has_value()) << "empty";
}

TEST_F(AdminPassword, RefusesADamagedHash) {
    EXPECT_FALSE(password_check_from(file("$argon2id$v=19$m=1,t=1,p=1$AA$BB")).has_value());
}

TEST_F(AdminPassword, RefusesAFileForAllToRead) {
    const auto path = file("right\n");
    std::filesystem::permissions(
        path, std::filesystem::perms::others_read, std::filesystem::perm_options::add
    );
    EXPECT_FALSE(password_check_from(path).has_value());
}

TEST(RandomToken, IsLongAndNeverTheSame) {
    const auto token = random_token();
    EXPECT_EQ(token.size(), 32U);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(token, random_token());
}

}  // namespace
}  // namespace ctiengine::weblm_sim
