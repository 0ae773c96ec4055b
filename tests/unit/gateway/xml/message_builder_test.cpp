#include "gateway/xml/message_builder.hpp"

#include "gateway/xml/incoming_message.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

TEST(MessageBuilder, BeginsWithTheDeclaration) {
    EXPECT_EQ(MessageBuilder("A", "urn:x").text(), std::string(kHead) + "<A xmlns=\"urn:x\"/>");
}

TEST(MessageBuilder, EscapesMarkupAndKeepsUtf8) {
    MessageBuilder message("A", "urn:x");
    message.root().text("b", "<\"J\xC3\xBCrgen\" & \xF0\x9F\x93\x9E>");
    const auto text = message.text();
    EXPECT_NE(text.find("&lt;\"J\xC3\xBCrgen\" &amp; \xF0\x9F\x93\x9E&gt;"), std::string::npos) << text;
}

TEST(MessageBuilder, ReplacesWhatXmlCannotCarry) {
    EXPECT_EQ(carriable(std::string("a\0b", 3)), "a?b");
    EXPECT_EQ(carriable("a\x01\tb\n"), "a?\tb\n");
    EXPECT_EQ(carriable("caf\xE9"), "caf?");
    EXPECT_EQ(carriable("\xC3"), "?");
    EXPECT_EQ(carriable("\xED\xA0\x80"), "???");
    EXPECT_EQ(carriable("\xEF\xBF\xBF"), "?");
    EXPECT_EQ(carriable("J\xC3\xBCrgen"), "J\xC3\xBCrgen");
}

TEST(MessageBuilder, WritesOctetsInHex) {
    MessageBuilder message("A", "urn:x");
    message.root().hex("b", std::string("\0\xFFz", 3));
    EXPECT_NE(message.text().find("<b>00FF7A</b>"), std::string::npos);
}

TEST(MessageBuilder, CommentsCannotEndEarly) {
    MessageBuilder message("A", "urn:x");
    message.root().comment("x --> <b/> --");
    const auto text = message.text();
    EXPECT_EQ(text.find("-->"), text.rfind("-->")) << text;
    EXPECT_EQ(text.find("--", text.find("<!--") + 4), text.find("-->")) << text;
}

TEST(MessageBuilder, CanBeUsedAgainAndAgain) {
    for (int round = 0; round < 3; ++round) {
        MessageBuilder message("A", "urn:x");
        message.root().number("b", round);
        EXPECT_EQ(
            message.text(), std::string(kHead) + "<A xmlns=\"urn:x\"><b>" + std::to_string(round) + "</b></A>"
        );
    }
}

TEST(MessageBuilder, WhatItWritesPassesOurOwnScan) {
    MessageBuilder message("MakeCall", kAvayaNamespace);
    message.root().text("b", std::string("]]> \0\x02\xFF", 7));
    message.root().comment("-- \x03 --");
    EXPECT_TRUE(IncomingMessage::parse(message.text())) << message.text();
}

}  // namespace
}  // namespace ctiengine::gateway
