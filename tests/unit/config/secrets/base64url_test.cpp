#include "config/secrets/base64url.hpp"

#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

Octets octets(std::string_view text) {
    return {text.begin(), text.end()};
}

/// RFC 4648 section 10, without the padding.
TEST(Base64url, AgreesWithTheStandardsExamples) {
    for (auto [clear, text] :
         {std::pair{"", ""},
          {"f", "Zg"},
          {"fo", "Zm8"},
          {"foo", "Zm9v"},
          {"foob", "Zm9vYg"},
          {"fooba", "Zm9vYmE"},
          {"foobar", "Zm9vYmFy"},
          {"\xfb\xff", "-_8"}}) {
        EXPECT_EQ(to_base64url(octets(clear)), text);
        EXPECT_EQ(from_base64url(text), octets(clear));
    }
}

TEST(Base64url, TakesOneSpellingOnly) {
    for (auto text : {"Zg==", "Zh", "Zm9", "Z", "Zm9vY", "Zm9v\n", " Zm9v", "Zm+v", "Zm/v", "Zm9v\xc3\xa4"})
        EXPECT_FALSE(from_base64url(text)) << text;
}

}  // namespace
}  // namespace ctiengine::config
