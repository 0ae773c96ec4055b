#include "config/secrets/encrypted_value.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

using testing::HasSubstr;

const std::string kNonce(16, 'A');                   // 12 octets
const std::string kOneBlock = std::string(64, 'A');  // 48 octets: a block and the tag
const std::string kNineBlocks(406, 'A');             // 304 octets

TEST(EncryptedValue, IsTakenApartAndPutTogether) {
    auto text = "cte1:k-1:" + kNonce + ":" + kOneBlock;
    auto value = parse_encrypted_value(text);
    ASSERT_TRUE(value) << value.error().detail;
    EXPECT_EQ(value->key_id, "k-1");
    EXPECT_EQ(value->nonce.size(), 12U);
    EXPECT_EQ(value->cipher_text.size(), 48U);
    EXPECT_EQ(to_text(*value), text);
}

TEST(EncryptedValue, IsToldFromAPasswordByItsPrefix) {
    for (auto text : {"cte1:", "cte1:a:b:c", "cte22:"}) EXPECT_TRUE(looks_encrypted(text)) << text;
    for (auto text : {"", "cte", "cte:", "cte1", "ctE1:", "ctex:", "{plain}x", "password", "cte 1:"})
        EXPECT_FALSE(looks_encrypted(text)) << text;
}

struct BadValue {
    std::string text;
    const char* why;
};

TEST(EncryptedValue, SaysWhichPartIsWrong) {
    const BadValue rows[] = {
        {"", "four parts"},
        {"cte1", "four parts"},
        {"cte1:k:" + kNonce, "four parts"},
        {"cte1:k:" + kNonce + ":" + kOneBlock + ":x", "four parts"},
        {"cte2:k:" + kNonce + ":" + kOneBlock, "is of a version that this program does not know"},
        {"cte1::" + kNonce + ":" + kOneBlock, "name of the key"},
        {"cte1:k ey:" + kNonce + ":" + kOneBlock, "name of the key"},
        {"cte1:" + std::string(33, 'k') + ":" + kNonce + ":" + kOneBlock, "name of the key"},
        {"cte1:k:" + kNonce + "AA:" + kOneBlock, "nonce"},
        {"cte1:k:====:" + kOneBlock, "nonce"},
        {"cte1:k:" + kNonce + ":", "ciphertext"},
        {"cte1:k:" + kNonce + ":" + kNonce, "ciphertext"},
        {"cte1:k:" + kNonce + ":" + kOneBlock + "A", "ciphertext"},
        {"cte1:k:" + kNonce + ":" + kOneBlock + "AAAA", "ciphertext"},
        {"cte1:k:" + kNonce + ":" + kNineBlocks, "ciphertext"},
        {"cte1:k:" + kNonce + ":" + std::string(22, 'A'), "ciphertext"},  // the tag alone
    };
    for (const auto& row : rows) {
        auto value = parse_encrypted_value(row.text);
        ASSERT_FALSE(value) << row.text;
        EXPECT_THAT(value.error().detail, HasSubstr(row.why)) << row.text;
    }
}

TEST(EncryptedValue, NeverRepeatsWhatMayBeAPassword) {
    auto value = parse_encrypted_value("hunter2-hunter2");
    ASSERT_FALSE(value);
    EXPECT_THAT(value.error().detail, testing::Not(HasSubstr("hunter2")));
}

}  // namespace
}  // namespace ctiengine::config
