#include "config/secrets/secret_cipher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

using testing::HasSubstr;

constexpr auto kField = "TSAPIPASSWORD";
const std::string kKey(43, 'A');

KeyRing ring(const std::string& names = "k") {
    std::string text;
    for (auto name : names) text += std::string(1, name) + " " + kKey + " now\n";
    return KeyRing::parse(text).value();
}

std::string encrypted(const std::string& clear) {
    return encrypt_secret(ring(), kField, Secret(clear)).value();
}

TEST(SecretCipher, DecryptsWhatItEncrypted) {
    for (const auto& clear :
         {std::string("x"), std::string(" trim nothing \t"), std::string("Grüße, 東京 🔑"),
          std::string(31, 'a'), std::string(32, 'a'), std::string(33, 'a'), std::string(255, 'a'),
          std::string("<&\"'>:")}) {
        auto again = decrypt_secret(ring(), kField, encrypted(clear));
        ASSERT_TRUE(again) << again.error().detail;
        EXPECT_EQ(again->reveal(), clear);
    }
}

TEST(SecretCipher, HidesTheLength) {
    EXPECT_EQ(encrypted("x").size(), encrypted(std::string(32, 'x')).size());
    EXPECT_LT(encrypted(std::string(32, 'x')).size(), encrypted(std::string(33, 'x')).size());
}

TEST(SecretCipher, NeverGivesTheSameTwice) {
    EXPECT_NE(encrypted("same"), encrypted("same"));
}

TEST(SecretCipher, RefusesWhatIsNoPassword) {
    const std::pair<std::string, const char*> rows[] = {
        {"", "is empty"},
        {std::string(256, 'a'), "longer than 255"},
        {std::string("a\0b", 3), "NUL"},
        {"\xff", "not UTF-8"},
        {"\xc0\xaf", "not UTF-8"},
        {"\xe2\x82", "not UTF-8"},
        {"\xed\xa0\x80", "not UTF-8"},
        {"\xf4\x90\x80\x80", "not UTF-8"},
        {"\xe0\x80\x80", "not UTF-8"},
        {"a\x80", "not UTF-8"},
    };
    for (const auto& [clear, why] : rows) {
        auto result = encrypt_secret(ring(), kField, Secret(clear));
        ASSERT_FALSE(result) << why;
        EXPECT_THAT(result.error().detail, HasSubstr(why));
    }
}

/// Every character of the value changed, one after the other: nothing of it may be different.
TEST(SecretCipher, RefusesAValueThatWasChangedAnywhere) {
    const auto good = encrypted("open sesame");
    for (std::size_t place = 0; place < good.size(); ++place) {
        auto bad = good;
        bad[place] = bad[place] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(decrypt_secret(ring("kAB"), kField, bad)) << "place " << place;
    }
}

TEST(SecretCipher, RefusesAValueInAnotherPlaceOrUnderAnotherKey) {
    const auto good = encrypted("open sesame");
    EXPECT_THAT(
        decrypt_secret(ring(), "OTHERPASSWORD", good).error().detail,
        HasSubstr("encrypted for another setting")
    );
    EXPECT_THAT(
        decrypt_secret(ring("x"), kField, good).error().detail, HasSubstr("'k', which is not in the key ring")
    );
    auto other = KeyRing::parse("k " + std::string(42, 'B') + "A now").value();
    EXPECT_THAT(decrypt_secret(other, kField, good).error().detail, HasSubstr("was changed"));
}

/// Made with another implementation (Python's cryptography): the format on disk must never change by
/// accident.
TEST(SecretCipher, ReadsTheFormatOfTheFirstRelease) {
    auto clear = decrypt_secret(
        ring(), kField,
        "cte1:k:AAECAwQFBgcICQoL:mI0ZnDcrm4D7ye-M_Vja7xjCRQjNefvpqEdDVg5HFL0-8rnkH80QLDapunZRpKC4"
    );
    ASSERT_TRUE(clear) << clear.error().detail;
    EXPECT_EQ(clear->reveal(), "Grüß Gott");
}

}  // namespace
}  // namespace ctiengine::config
