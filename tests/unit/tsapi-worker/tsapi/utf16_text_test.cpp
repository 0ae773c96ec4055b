#include "tsapi-worker/tsapi/utf16_text.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace ctiengine::tsapi {
namespace {

std::string text(const std::vector<int>& units) {
    std::vector<short> narrow;
    for (int unit : units) narrow.push_back(static_cast<short>(unit));
    return utf8_from_utf16(narrow);
}

TEST(Utf16Text, BecomesUtf8OfOneToFourOctets) {
    EXPECT_EQ(text({'J', 0xf6, 0x20ac, 0xd83d, 0xde00}), "J\xc3\xb6\xe2\x82\xac\xf0\x9f\x98\x80");
}

TEST(Utf16Text, EndsAtAZero) {
    EXPECT_EQ(text({'a', 0, 'b'}), "a");
    EXPECT_EQ(text({}), "");
}

TEST(Utf16Text, ReplacesHalvesOfSurrogates) {
    EXPECT_EQ(text({0xd83d}), "\xef\xbf\xbd");
    EXPECT_EQ(
        text({0xde00, 'a'}),
        "\xef\xbf\xbd"
        "a"
    );
    EXPECT_EQ(
        text({0xd83d, 'a'}),
        "\xef\xbf\xbd"
        "a"
    );
}

}  // namespace
}  // namespace ctiengine::tsapi
