#include "common/secret_memory/cleanse.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace ctiengine {
namespace {

bool all_zero(std::string_view bytes) {
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

TEST(Cleanse, OverwritesABuffer) {
    std::array<char, 8> buffer{'p', 'a', 's', 's', 'w', 'o', 'r', 'd'};
    cleanse(buffer.data(), 4);
    EXPECT_EQ(std::string_view(buffer.data(), 8), std::string_view("\0\0\0\0word", 8));
    cleanse(nullptr, 0);
}

TEST(Cleanse, OverwritesAShortStringInItsObject) {
    std::string text = "short";
    cleanse(text);
    EXPECT_TRUE(text.empty());
    EXPECT_TRUE(all_zero({text.data(), text.capacity()}));
}

TEST(Cleanse, OverwritesAlsoWhatLiesBehindTheEnd) {
    std::string text(100, 'x');
    const char* before = text.data();
    text.resize(3);
    cleanse(text);
    EXPECT_EQ(text.data(), before) << "a new block would have left the old one as it was";
    EXPECT_TRUE(all_zero({text.data(), 100}));
}

TEST(Cleanse, HappensAtTheEndOfAScope) {
    std::string text = "until the end";
    {
        const CleanseAtEnd guard(text);
        EXPECT_EQ(text, "until the end");
    }
    EXPECT_TRUE(all_zero({text.data(), text.capacity()}));
}

}  // namespace
}  // namespace ctiengine
