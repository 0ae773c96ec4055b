#include "common/jws/base64url.hpp"

#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <gtest/gtest.h>

namespace ctiengine::jws {
namespace {

TEST(Base64Url, ReadsWhatOthersWrite) {
    std::string bytes;
    for (int length = 0; length < 300; ++length) {
        EXPECT_EQ(decode_base64url(testing::base64url(bytes)), bytes) << length;
        EXPECT_EQ(encode_base64url(bytes), testing::base64url(bytes)) << length;
        bytes += static_cast<char>(length * 7);
    }
}

TEST(Base64Url, HasOneTextForOneMeaning) {
    for (const char* text :
         {"A", "AA==", "AA=", "AB", "AAB", "AA A", "AA\n", "AA+A", "AA/A", "AAAA\xc3\xa9", "=", "AAAAA"}) {
        EXPECT_FALSE(decode_base64url(text)) << text;
    }
    EXPECT_FALSE(decode_base64url(std::string_view("AA\0A", 4)));
    EXPECT_EQ(decode_base64url("AA"), std::string(1, '\0'));
}

}  // namespace
}  // namespace ctiengine::jws
