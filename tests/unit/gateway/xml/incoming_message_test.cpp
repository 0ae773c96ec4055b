#include "gateway/xml/incoming_message.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

Errc error_of(std::string_view xml) {
    const auto message = IncomingMessage::parse(xml);
    if (message) {
        ADD_FAILURE() << "accepted: " << xml;
        return Errc::Io;
    }
    return message.error().code;
}

TEST(IncomingMessage, KnowsRootAndNamespace) {
    const auto message = IncomingMessage::parse(
        R"(<?xml version="1.0" encoding="UTF-8"?>
           <MakeCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed4"/>)"
    );
    ASSERT_TRUE(message) << message.error().detail;
    EXPECT_EQ(message->name(), "MakeCall");
    EXPECT_EQ(message->answer_edition(), Edition::Ed4);
}

TEST(IncomingMessage, ReadsPrefixedRootsDeclaredOrNot) {
    const auto declared = IncomingMessage::parse(R"(<a:MonitorStop xmlns:a="http://www.avaya.com/csta"/>)");
    ASSERT_TRUE(declared);
    EXPECT_EQ(declared->name(), "MonitorStop");
    EXPECT_EQ(declared->namespace_uri(), kAvayaNamespace);
    EXPECT_EQ(declared->answer_edition(), Edition::Ed3);
    const auto undeclared = IncomingMessage::parse("<x:MonitorStop/>");
    ASSERT_TRUE(undeclared);
    EXPECT_EQ(undeclared->name(), "MonitorStop");
    EXPECT_EQ(undeclared->namespace_uri(), "");
}

TEST(IncomingMessage, StaysReadableWhenMoved) {
    auto first = IncomingMessage::parse("<MakeCall><a>1</a></MakeCall>");
    ASSERT_TRUE(first);
    const IncomingMessage moved(std::move(*first));
    EXPECT_EQ(moved.name(), "MakeCall");
    EXPECT_STREQ(moved.root().child("a").child_value(), "1");
}

TEST(IncomingMessage, RefusesWhatIsNotXml) {
    for (const auto* text : {"", "hello", "<a>", "<a/><b/>", "<!DOCTYPE a><a/>", "<a>&x;</a>"}) {
        EXPECT_EQ(error_of(text), Errc::MalformedXml) << text;
    }
}

TEST(IncomingMessage, RefusesWhatIsTooLarge) {
    EXPECT_EQ(error_of("<a>" + std::string(70 * 1024, 'x') + "</a>"), Errc::TooLarge);
}

TEST(IncomingMessage, RefusesForeignNamespacesByName) {
    const auto message = IncomingMessage::parse(R"(<MakeCall xmlns="urn:other"/>)");
    ASSERT_FALSE(message);
    EXPECT_EQ(message.error().code, Errc::UnknownService);
    EXPECT_NE(message.error().detail.find("'urn:other'"), std::string::npos) << message.error().detail;
}

TEST(IncomingMessage, NamesAServiceThatIsNotOffered) {
    const auto message = IncomingMessage::parse("<FlyToMoon/>");
    ASSERT_TRUE(message);
    EXPECT_EQ(unknown_service(*message).detail, "FlyToMoon: no such service is offered");
}

std::string with_command(std::string_view id) {
    return "<MakeCall><extensions><privateData><private><CommandId xmlns='urn:ctiengine:1'>" +
           std::string(id) + "</CommandId></private></privateData></extensions></MakeCall>";
}

TEST(CommandId, IsReadFromThePrivateData) {
    const auto given = command_id(*IncomingMessage::parse(with_command("c-1")));
    ASSERT_TRUE(given);
    EXPECT_EQ(*given, "c-1");
    const auto longest = command_id(*IncomingMessage::parse(with_command(std::string(64, 'x'))));
    ASSERT_TRUE(longest);
    EXPECT_TRUE(longest->has_value());
}

TEST(CommandId, MayBeAbsent) {
    const auto absent = command_id(*IncomingMessage::parse("<MakeCall/>"));
    ASSERT_TRUE(absent);
    EXPECT_FALSE(absent->has_value());
}

TEST(CommandId, HasALength) {
    for (const auto& text : {std::string(), std::string(65, 'x')}) {
        const auto refused = command_id(*IncomingMessage::parse(with_command(text)));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, Errc::InvalidValue);
        EXPECT_TRUE(
            refused.error().detail.starts_with("MakeCall: extensions/privateData/private/CommandId is '")
        ) << refused.error().detail;
    }
}

}  // namespace
}  // namespace ctiengine::gateway
