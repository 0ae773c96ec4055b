#include "common/xml_scan/scan.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace ctiengine::xml_scan {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    for (std::size_t index = 0; index < times; ++index) text += piece;
    return text;
}
std::string nested(std::size_t depth) {
    return repeated("<a>", depth) + repeated("</a>", depth);
}
std::string with_attributes(std::size_t count) {
    std::string text = "<a";
    for (std::size_t index = 0; index < count; ++index) text += " b" + std::to_string(index) + "='1'";
    return text + "/>";
}
std::optional<Reason> reason_of(const std::string& text, const ScanLimits& limits = {}) {
    const auto fault = find_fault(text, limits);
    return fault ? std::optional(fault->reason) : std::nullopt;
}

TEST(ScanLimits, DepthOf32PassesAnd33IsRefused) {
    EXPECT_EQ(reason_of(nested(32)), std::nullopt);
    EXPECT_EQ(reason_of(nested(33)), Reason::TooDeep);
}

TEST(ScanLimits, AMillionLevelsAreRefusedAtTheFirstTooDeep) {
    ScanLimits limits;
    limits.message_bytes = 16'000'000;
    const auto fault = find_fault(nested(1'000'000), limits);
    ASSERT_TRUE(fault.has_value());
    EXPECT_EQ(fault->offset, 32U * 3);
}

TEST(ScanLimits, ASettingAboveTheCeilingIsCut) {
    ScanLimits limits;
    limits.depth = 1000;
    limits.attributes = 1000;
    EXPECT_EQ(reason_of(nested(kDepthCeiling), limits), std::nullopt);
    EXPECT_EQ(reason_of(nested(kDepthCeiling + 1), limits), Reason::TooDeep);
    EXPECT_EQ(reason_of(with_attributes(kAttributeCeiling + 1), limits), Reason::TooManyAttributes);
}

TEST(ScanLimits, TwoThousandNodesPassAndOneMoreIsRefused) {
    EXPECT_EQ(reason_of("<r>" + repeated("<a/>", 1999) + "</r>"), std::nullopt);
    EXPECT_EQ(reason_of("<r>" + repeated("<a/>", 2000) + "</r>"), Reason::TooManyNodes);
}

TEST(ScanLimits, TextsCdataAndCommentsAreNodesToo) {
    EXPECT_EQ(reason_of("<r>" + repeated("<a/>x", 999) + "</r>"), std::nullopt);
    EXPECT_EQ(reason_of("<r>" + repeated("<a/>x", 1000) + "</r>"), Reason::TooManyNodes);
    EXPECT_EQ(reason_of("<r>" + repeated("<!---->", 2000) + "</r>"), Reason::TooManyNodes);
    EXPECT_EQ(reason_of("<r>" + repeated("<![CDATA[]]>", 2000) + "</r>"), Reason::TooManyNodes);
}

TEST(ScanLimits, WhiteSpaceBetweenElementsIsNoNode) {
    EXPECT_EQ(reason_of("<r>" + repeated("<a/>\n  ", 1999) + "</r>"), std::nullopt);
}

TEST(ScanLimits, SixtyFourAttributesPassAndOneMoreIsRefused) {
    EXPECT_EQ(reason_of(with_attributes(64)), std::nullopt);
    EXPECT_EQ(reason_of(with_attributes(65)), Reason::TooManyAttributes);
}

TEST(ScanLimits, ValuesOf8KiBPassAndOneByteMoreIsRefused) {
    const std::string fits(8 * 1024, 'x');
    const std::string long_one = fits + "x";
    EXPECT_EQ(reason_of("<a b='" + fits + "'>" + fits + "</a>"), std::nullopt);
    EXPECT_EQ(reason_of("<a b='" + long_one + "'/>"), Reason::ValueTooLong);
    EXPECT_EQ(reason_of("<a>" + long_one + "</a>"), Reason::ValueTooLong);
    EXPECT_EQ(reason_of("<a><![CDATA[" + fits + "]]></a>"), std::nullopt);
    EXPECT_EQ(reason_of("<a><![CDATA[" + long_one + "]]></a>"), Reason::ValueTooLong);
}

TEST(ScanLimits, MessageOverItsLimitIsTooLargeAndNotRead) {
    ScanLimits limits;
    limits.message_bytes = 4;
    EXPECT_EQ(reason_of("<a/>", limits), std::nullopt);
    EXPECT_EQ(reason_of("<aa/>", limits), Reason::TooLong);
    EXPECT_EQ(reason_of("\x01\x01\x01\x01\x01", limits), Reason::TooLong);
    EXPECT_EQ(scan("<aa/>", limits).error().code, Errc::TooLarge);
}

}  // namespace
}  // namespace ctiengine::xml_scan
