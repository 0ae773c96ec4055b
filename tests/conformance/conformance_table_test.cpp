#include "tests/conformance/conformance_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace ctiengine::conformance {
namespace {

TEST(ConformanceTable, AGapIsNamed) {
    const std::vector<Message> messages = {{"MakeCall", 1, Message::Kind::Request, "cstaMakeCall"}};
    const Evidence none;
    EXPECT_EQ(gaps(messages, none).size(), 3U);
    EXPECT_EQ(gaps(messages, none)[0], "MakeCall (request, level 1) has no positive test");
    EXPECT_NE(table_in_markdown(messages, none).find("**missing**"), std::string::npos);
}

TEST(ConformanceTable, OnlyATestThatRanAndPassedIsEvidence) {
    Evidence claims;
    claims.add(Check::Positive, Direction::Received, "MakeCall", "Nobody.HasRunThis");
    EXPECT_EQ(claims.test_of(Check::Positive, Direction::Received, "MakeCall"), "");
}

TEST(ConformanceTable, WhatComesInIsNoEvidenceForWhatGoesOut) {
    Evidence claims;
    claims.add(Check::Positive, Direction::Received, "RouteEnd", "ConformanceTable.AGapIsNamed");
    EXPECT_EQ(
        claims.test_of(Check::Positive, Direction::Received, "RouteEnd"), "ConformanceTable.AGapIsNamed"
    );
    EXPECT_EQ(claims.test_of(Check::Positive, Direction::Sent, "RouteEnd"), "");
}

TEST(ConformanceTable, ARowThatCannotBeReadIsNamed) {
    const auto path = testing::TempDir() + "conformance_rows.tsv";
    std::ofstream(path) << "# head\nMakeCall\t4\trequest\tcstaMakeCall\n";
    try {
        read_messages(path);
        FAIL() << "level 4 was read";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("conformance_rows.tsv:2"), std::string::npos)
            << error.what();
    }
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace ctiengine::conformance
