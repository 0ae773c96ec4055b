#include "common/annexj/header.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::annexj {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

struct Row {
    const char* name;
    std::string start;
    Header header;
};

class AnnexJHeader : public ::testing::TestWithParam<Row> {};

TEST_P(AnnexJHeader, IsRead) {
    auto header = read_header(GetParam().start);
    ASSERT_TRUE(header) << header.error().detail;
    EXPECT_EQ(*header, GetParam().header);
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    AnnexJHeader,
    ::testing::Values(
        Row{"PlainXml", "\0\0\0\x0C"s + "0001", {12, 1}},
        Row{"AsciiVersion", "00\x01\x02"s + "9998", {258, 9998}},
        Row{"SoapVersion", "\x01\0\xFF\xFF"s + "9999", {65535, 9999}},
        Row{"ShortestFrame", "\0\0\0\x08"s + "0000", {8, 0}},
        Row{"WhatFollowsIsNotLookedAt", "\xFF\xFE\0\x09"s + "0042<", {9, 42}}
    ),
    [](const auto& row) { return row.param.name; }
);

struct Broken {
    const char* name;
    std::string start;
    Errc code;
    const char* sentence;
};

class BrokenAnnexJHeader : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenAnnexJHeader, IsRefusedWithASentence) {
    auto header = read_header(GetParam().start);
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().code, GetParam().code);
    EXPECT_THAT(header.error().detail, HasSubstr(GetParam().sentence));
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    BrokenAnnexJHeader,
    ::testing::Values(
        Broken{"LengthZero", "\0\0\0\0"s + "0001", Errc::ProtocolViolation, "says 0,"},
        Broken{"LengthWithoutHeader", "\0\0\0\x07"s + "0001", Errc::ProtocolViolation, "says 7,"},
        Broken{"Letters", "\0\0\0\x0C"s + "00x1", Errc::InvalidValue, "00 00 00 0C 30 30 78 31"},
        Broken{"Signs", "\0\0\0\x0C"s + "-001", Errc::InvalidValue, "four ASCII digits"},
        Broken{"Spaces", "\0\0\0\x0C"s + "   1", Errc::InvalidValue, "four ASCII digits"},
        Broken{"Zeros", std::string(8, '\0'), Errc::InvalidValue, "four ASCII digits"},
        Broken{"Tls", "\x16\x03\x01\x02\0\x01\0\x01"s, Errc::InvalidValue, "start of TLS"},
        Broken{"Http", "GET / HTTP/1.1", Errc::InvalidValue, "this is HTTP"},
        Broken{"BareXml", "<?xml version", Errc::InvalidValue, "XML without the 8 bytes"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(AnnexJFrame, CarriesExactly65527Bytes) {
    auto longest = make_frame(7, std::string(kLongestContent, 'x'));
    ASSERT_TRUE(longest);
    EXPECT_EQ(longest->size(), 65535U);
    EXPECT_EQ(longest->substr(0, 9), "\0\0\xFF\xFF"s + "0007x");
    auto too_long = make_frame(7, std::string(kLongestContent + 1, 'x'));
    ASSERT_FALSE(too_long);
    EXPECT_EQ(too_long.error().code, Errc::TooLarge);
}

TEST(AnnexJFrame, IsReadBackByItsOwnHeader) {
    for (std::uint16_t id : {0, 1, 42, 999, 9998, 9999}) {
        auto frame = make_frame(id, "<A/>");
        ASSERT_TRUE(frame);
        auto header = read_header(*frame);
        ASSERT_TRUE(header);
        EXPECT_EQ(header->invoke_id, id);
        EXPECT_EQ(header->length, frame->size());
    }
}

}  // namespace
}  // namespace ctiengine::annexj
