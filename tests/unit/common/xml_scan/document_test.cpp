#include "common/xml_scan/document.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ctiengine::xml_scan {
namespace {

TEST(Parse, GivesTheDocument) {
    const auto document = parse("<?xml version='1.0'?><a b='&lt;&#x20AC;'>x &amp; y</a>");
    ASSERT_TRUE(document.has_value());
    EXPECT_STREQ(document->document_element().name(), "a");
    EXPECT_STREQ(document->document_element().attribute("b").value(), "<\xE2\x82\xAC");
    EXPECT_STREQ(document->document_element().text().get(), "x & y");
}

TEST(Parse, SkipsTheByteOrderMark) {
    const auto document = parse("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?><a/>");
    ASSERT_TRUE(document.has_value());
    EXPECT_STREQ(document->document_element().name(), "a");
}

TEST(Parse, KeepsCdataAndDropsComments) {
    const auto document = parse("<a><!-- no --><![CDATA[<b>]]></a>");
    ASSERT_TRUE(document.has_value());
    EXPECT_STREQ(document->document_element().text().get(), "<b>");
    EXPECT_EQ(document->document_element().first_child().type(), pugi::node_cdata);
}

TEST(Parse, NormalisesLineEnds) {
    const auto document = parse("<a>x\r\ny\rz</a>");
    ASSERT_TRUE(document.has_value());
    EXPECT_STREQ(document->document_element().text().get(), "x\ny\nz");
}

TEST(Parse, NeedsNoTerminatingZero) {
    const std::string text = "<a>b</a>trailing";
    const auto document = parse(std::string_view(text).substr(0, 8));
    ASSERT_TRUE(document.has_value());
    EXPECT_STREQ(document->document_element().text().get(), "b");
}

TEST(Parse, RefusesWhatTheScanRefuses) {
    const auto document = parse("<!DOCTYPE a><a/>");
    ASSERT_FALSE(document.has_value());
    EXPECT_EQ(document.error().code, Errc::MalformedXml);
    EXPECT_EQ(
        document.error().detail,
        "line 1, column 1 (byte 0): document types and entity declarations are not accepted"
    );
}

}  // namespace
}  // namespace ctiengine::xml_scan
