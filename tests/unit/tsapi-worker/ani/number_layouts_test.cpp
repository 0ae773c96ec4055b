#include "tsapi-worker/ani/number_layouts.hpp"

#include <gmock/gmock.h>

namespace ctiengine::ani {
namespace {

using ::testing::HasSubstr;

csta::UserData golden(std::string_view name) {
    return chosen_layout(name, "").value().encode("03012345").value();
}

TEST(NumberLayouts, GoldenOctetsOfA) {
    csta::UserData expected{
        csta::UserDataProtocol::UserSpecific,
        "\x2a\x21"
        "03012345"};
    EXPECT_EQ(golden("A"), expected);
}

// Unproven: these fix what we send, not what a switch is known to want.
TEST(NumberLayouts, GoldenOctetsOfB) {
    csta::UserData expected{
        csta::UserDataProtocol::UserSpecific,
        "\x2a\x21\x81\x01"
        "03012345"};
    EXPECT_EQ(golden("B"), expected);
}

TEST(NumberLayouts, GoldenOctetsOfC) {
    csta::UserData expected{
        csta::UserDataProtocol::UserSpecific,
        "\x2a\x21\x01\x81"
        "03012345"};
    EXPECT_EQ(golden("C"), expected);
}

TEST(NumberLayouts, AreFoundInEitherCase) {
    EXPECT_EQ(golden("c"), golden("C"));
}

TEST(NumberLayouts, OnlyAIsProven) {
    for (const auto& row : named_layouts()) EXPECT_EQ(row.proven, row.name == "A") << row.name;
}

TEST(NumberLayouts, AnOwnLayoutReplacesTheTable) {
    EXPECT_EQ(chosen_layout("C", "2A 22 {bcd}").value().encode("12").value().octets, "\x2a\x22\x21");
}

TEST(NumberLayouts, NamesTheSettingThatIsWrong) {
    EXPECT_THAT(chosen_layout("C", "2A").error().detail, HasSubstr("ANILAYOUT"));
    EXPECT_THAT(chosen_layout("D", "").error().detail, HasSubstr("ANIMASKING 'D'"));
}

}  // namespace
}  // namespace ctiengine::ani
