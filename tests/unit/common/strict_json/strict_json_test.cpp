#include "common/strict_json/strict_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::strict_json {
namespace {

using ::testing::HasSubstr;

TEST(StrictJson, KnowsTheLineOfEveryMember) {
    auto document =
        parse("{\n \"users\": {\n  \"ann\": {\n   \"role\": \"agent\",\n   \"list\": [1,\n 2]\n}}}");
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->value["users"]["ann"]["role"], "agent");
    EXPECT_EQ(document->line_of("users"), 2U);
    EXPECT_EQ(document->line_of("users/ann"), 3U);
    EXPECT_EQ(document->line_of("users/ann/role"), 4U);
    EXPECT_EQ(document->line_of("users/ann/list"), 5U);
    EXPECT_EQ(document->line_of("users/ben"), 0U);
}

TEST(StrictJson, RefusesAMemberThatStandsTwice) {
    auto document = parse("{\"users\": {\n\"ann\": {},\n\"ann\": {}}}");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().detail, "line 3: 'ann' stands twice");
}

TEST(StrictJson, TakesTheSameNameInDifferentObjects) {
    EXPECT_TRUE(parse(R"([{"a": 1}, {"a": 2, "b": {"a": 3}}])"));
}

TEST(StrictJson, SaysWhereItIsNotJsonWithoutQuotingIt) {
    auto document = parse("{\n  \"a\": secret\n}");
    ASSERT_FALSE(document);
    EXPECT_THAT(document.error().detail, HasSubstr("line 2, column "));
    EXPECT_THAT(document.error().detail, ::testing::Not(HasSubstr("secret")));
}

TEST(StrictJson, RefusesWhatIsNotOneWholeText) {
    for (const char* text : {"", "{", "{} {}", "{\"a\":\"\xff\"}", "{'a':1}", "{\"a\":1,}", "nan"}) {
        EXPECT_FALSE(parse(text)) << text;
    }
}

TEST(StrictJson, RefusesDeepNesting) {
    EXPECT_TRUE(parse(std::string(16, '[') + std::string(16, ']')));
    EXPECT_FALSE(parse(std::string(17, '[') + std::string(17, ']')));
    EXPECT_FALSE(parse(std::string(100000, '[') + std::string(100000, ']')));
}

TEST(StrictJson, GoesAsDeepAsTheReaderWants) {
    EXPECT_TRUE(parse("[[{}]]", 3));
    const auto deeper = parse("[[{\"a\": []}]]", 3);
    ASSERT_FALSE(deeper);
    EXPECT_EQ(deeper.error().detail, "nested too deeply");
    EXPECT_TRUE(parse(std::string(16, '[') + std::string(16, ']')));
    EXPECT_FALSE(parse(std::string(17, '[') + std::string(17, ']')));
}

}  // namespace
}  // namespace ctiengine::strict_json
