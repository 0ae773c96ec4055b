#include "tsapi-worker/tsapi/c_text.hpp"

#include <gtest/gtest.h>

namespace ctiengine::tsapi {
namespace {

TEST(CText, GoodUtf8StaysAsItIs) {
    for (const auto* text :
         {"", "4001", "M\xc3\xbcller", "\xe2\x82\xac", "\xed\x9f\xbf", "\xf0\x9f\x98\x80",
          "\xf4\x8f\xbf\xbf"}) {
        EXPECT_EQ(as_utf8(text), text);
    }
}

TEST(CText, EveryOtherByteBecomesAQuestionMark) {
    EXPECT_EQ(as_utf8("M\xfcller"), "M?ller");
    EXPECT_EQ(as_utf8("\xc0\xaf"), "??") << "overlong";
    EXPECT_EQ(as_utf8("\xe0\x80\xaf"), "???") << "overlong";
    EXPECT_EQ(as_utf8("\xed\xa0\x80"), "???") << "a surrogate";
    EXPECT_EQ(as_utf8("\xf4\x90\x80\x80"), "????") << "above U+10FFFF";
    EXPECT_EQ(as_utf8("a\x80z"), "a?z");
    EXPECT_EQ(as_utf8("\xe2\x82"), "??") << "cut";
    EXPECT_EQ(as_utf8("\xe2\x82z"), "??z");
}

TEST(CText, OfAnArrayEndsAtItsTerminatorOrItsEnd) {
    const char ended[4] = {'4', '\0', '1', '1'};
    EXPECT_EQ(text_of(ended), "4");
    const char full[2] = {'4', '1'};
    EXPECT_EQ(text_of(full), "41");
    const char cut[2] = {'4', '\xc3'};
    EXPECT_EQ(text_of(cut), "4?");
}

}  // namespace
}  // namespace ctiengine::tsapi
