#include "tsapi-worker/ani/number_layout.hpp"

#include <gmock/gmock.h>

namespace ctiengine::ani {
namespace {

using ::testing::HasSubstr;

/// A string literal with zero octets, too.
template <std::size_t Size>
std::string octets(const char (&text)[Size]) {
    return std::string(text, Size - 1);
}

std::string encoded(std::string_view layout, std::string_view number) {
    return NumberLayout::parse(layout).value().encode(number).value().octets;
}

TEST(NumberLayout, WritesOctetsAndDigitsInTheirOrder) {
    EXPECT_EQ(encoded("2A 21 {ascii}", "123"), "*!123");
    EXPECT_EQ(encoded("{ascii} 00 ff", "123"), octets("123\x00\xff"));
    EXPECT_EQ(encoded("  2a   {ascii}  ", "1"), "*1");
}

TEST(NumberLayout, PacksBcdDigitsLowHalfFirst) {
    EXPECT_EQ(encoded("{bcd}", "1234"), octets("\x21\x43"));
    EXPECT_EQ(encoded("{bcd}", "123"), octets("\x21\xf3"));
}

TEST(NumberLayout, CountsDigitsAndTheOctetsThatFollow) {
    EXPECT_EQ(encoded("{count} {bcd}", "123"), octets("\x03\x21\xf3"));
    EXPECT_EQ(
        encoded("2A {length} {presentation} {plan} {bcd} 00", "123"), octets("*\x05\x01\x81\x21\xf3\x00")
    );
    EXPECT_EQ(
        encoded("{length} {ascii}", "12"), octets("\x02"
                                                  "12")
    );
}

TEST(NumberLayout, RefusesWhatIsNoNumber) {
    auto layout = NumberLayout::parse("{ascii}").value();
    for (const char* bad : {"", "+49301", "12a", "1 2", "12#"}) {
        auto refused = layout.encode(bad);
        ASSERT_FALSE(refused) << bad;
        EXPECT_EQ(refused.error().code, Errc::InvalidValue);
        EXPECT_THAT(refused.error().detail, HasSubstr("digits 0-9"));
    }
}

TEST(NumberLayout, RefusesMoreThan128Octets) {
    auto layout = NumberLayout::parse("2A 21 {ascii}").value();
    EXPECT_EQ(layout.encode(std::string(126, '1')).value().octets.size(), 128u);
    EXPECT_THAT(layout.encode(std::string(127, '1')).error().detail, HasSubstr("128 octets"));
    EXPECT_FALSE(layout.encode(std::string(100000, '1')));
}

TEST(NumberLayout, RefusesLayoutsThatCannotBeRead) {
    for (const char* bad :
         {"", "2A 21", "{ascii} {bcd}", "2 {ascii}", "2AB {ascii}", "zz {ascii}", "{digits}"}) {
        auto refused = NumberLayout::parse(bad);
        ASSERT_FALSE(refused) << bad;
        EXPECT_EQ(refused.error().code, Errc::InvalidSettings);
    }
    EXPECT_THAT(NumberLayout::parse("zz {ascii}").error().detail, HasSubstr("'zz'"));
}

}  // namespace
}  // namespace ctiengine::ani
