#include "common/password_hash/password_hash.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::password_hash {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(PasswordHash, FitsItsPasswordOnly) {
    auto hash = make("correct horse");
    ASSERT_TRUE(hash) << hash.error().detail;
    EXPECT_THAT(*hash, StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(check(*hash));
    EXPECT_TRUE(fits(*hash, "correct horse"));
    EXPECT_FALSE(fits(*hash, "correct hors"));
    EXPECT_FALSE(fits(*hash, "correct horse "));
    EXPECT_FALSE(fits(*hash, std::string_view("correct horse\0", 14)));
    EXPECT_FALSE(fits(*hash, ""));
}

TEST(PasswordHash, HasASaltOfItsOwn) {
    EXPECT_NE(make("same").value(), make("same").value());
}

TEST(PasswordHash, OfNobodyFitsNothingAndCostsAsMuch) {
    EXPECT_TRUE(check(of_nobody()));
    EXPECT_FALSE(fits(of_nobody(), ""));
    EXPECT_THAT(of_nobody(), StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(PasswordHash, IsNotMadeOfNothingNorOfABook) {
    EXPECT_FALSE(make(""));
    EXPECT_FALSE(make(std::string(kLongestPassword + 1, 'x')));
    EXPECT_TRUE(make(std::string(kLongestPassword, 'x')));
}

TEST(PasswordHash, TakesAHashOfAnotherTool) {
    // echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24
    EXPECT_FALSE(fits(
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPb", "password"
    ));
    const std::string reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(fits(reference, "password")) << "the reference implementation's own vector";
}

struct Row {
    const char* hash;
    const char* says;
};
class BadHash : public ::testing::TestWithParam<Row> {};

TEST_P(BadHash, IsNamed) {
    auto checked = check(GetParam().hash);
    ASSERT_FALSE(checked);
    EXPECT_THAT(checked.error().detail, HasSubstr(GetParam().says));
    EXPECT_FALSE(fits(GetParam().hash, ""));
}

constexpr Row kBad[] = {
    {"", "not an Argon2id hash"},
    {"secret", "not an Argon2id hash"},
    {"$2b$12$abcdefghijklmnopqrstuv", "not an Argon2id hash"},
    {"$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
     "not an Argon2id hash"},
    {"$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
     "not an Argon2id hash"},
    {"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ", "damaged"},
    {"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$", "damaged"},
    {"$argon2id$v=19$m=,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "damaged"},
    {"$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "too cheap"},
    {"$argon2id$v=19$m=19456,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "too cheap"},
    {"$argon2id$v=19$m=4294967295,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
     "costs too much"},
    {"$argon2id$v=19$m=65536,t=4000000,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
     "costs too much"},
};
INSTANTIATE_TEST_SUITE_P(PasswordHash, BadHash, ::testing::ValuesIn(kBad));

}  // namespace
}  // namespace ctiengine::password_hash
