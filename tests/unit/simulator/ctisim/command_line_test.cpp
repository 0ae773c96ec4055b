#include "simulator/ctisim/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace ctiengine::simulator {
namespace {

using nlohmann::json;

ParsedLine parse(const std::string& words, const std::string& address = "127.0.0.1:1") {
    std::istringstream stream("ctisim " + words);
    std::vector<std::string> list;
    for (std::string word; stream >> word;) list.push_back(word);
    std::vector<const char*> argv;
    for (const auto& word : list) argv.push_back(word.c_str());
    return parse_line(static_cast<int>(argv.size()), argv.data(), address);
}

struct GoodLine {
    const char* name;
    const char* words;
    const char* command;
};

class GoodLineTest : public testing::TestWithParam<GoodLine> {};

TEST_P(GoodLineTest, BecomesACommand) {
    const auto parsed = parse(GetParam().words);
    ASSERT_TRUE(parsed.invocation) << parsed.end->text;
    EXPECT_EQ(parsed.invocation->command, json::parse(GetParam().command));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine,
    GoodLineTest,
    testing::Values(
        GoodLine{"Truth", "truth", R"({"do": "truth"})"},
        GoodLine{"Agents", "agents", R"({"do": "truth"})"},
        GoodLine{
            "Call", "call --from 030 --to 4001 --uui abc",
            R"({"do": "call", "from": "030", "to": "4001", "uui": "abc"})"},
        GoodLine{
            "CallWithPatience", "call --to 4001 --patience 500 --trunk-group 12",
            R"({"do": "call", "to": "4001", "patienceMs": 500, "trunkGroup": 12})"},
        GoodLine{"Dial", "dial --device 4001 --to 4002", R"({"do": "dial", "device": "4001", "to": "4002"})"},
        GoodLine{
            "Answer", "answer --device 4001 --call 217",
            R"({"do": "answer", "device": "4001", "call": 217})"},
        GoodLine{"HangUp", "hangup --device T1#2", R"({"do": "hangup", "device": "T1#2"})"},
        GoodLine{"Hold", "hold --device 4001", R"({"do": "hold", "device": "4001"})"},
        GoodLine{"Retrieve", "retrieve --device 4001", R"({"do": "retrieve", "device": "4001"})"},
        GoodLine{"Transfer", "transfer --device 4001", R"({"do": "transfer", "device": "4001"})"},
        GoodLine{"Conference", "conference --device 4001", R"({"do": "conference", "device": "4001"})"},
        GoodLine{
            "Deflect", "deflect --device 4001 --to 4002",
            R"({"do": "deflect", "device": "4001", "to": "4002"})"},
        GoodLine{
            "Pickup", "pickup --device 4001 --by 4002",
            R"({"do": "pickup", "device": "4001", "by": "4002"})"},
        GoodLine{
            "Press", "press --device T1#1 --digits 12#",
            R"({"do": "press", "device": "T1#1", "digits": "12#"})"},
        GoodLine{
            "Observe", "observe --device 4003 --call 7", R"({"do": "observe", "device": "4003", "call": 7})"},
        GoodLine{"Link", "link down", R"({"do": "link", "state": "down"})"},
        GoodLine{"Tlink", "tlink A#B#CSTA#C up", R"({"do": "tlink", "name": "A#B#CSTA#C", "state": "up"})"},
        GoodLine{"Drop", "tcp drop", R"({"do": "drop"})"},
        GoodLine{"Delay", "delay 250", R"({"do": "delay", "ms": 250})"},
        GoodLine{"Answers", "answers off", R"({"do": "answers", "state": "off"})"},
        GoodLine{"Heartbeats", "heartbeats on", R"({"do": "heartbeats", "state": "on"})"},
        GoodLine{"Refuse", "refuse --code 25", R"({"do": "refuse", "code": 25})"},
        GoodLine{"RefuseNoMore", "refuse", R"({"do": "refuse"})"},
        GoodLine{"Advance", "advance 10", R"({"do": "advance", "ms": 10})"},
        GoodLine{"Quit", "quit", R"({"do": "quit"})"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(CommandLine, TakesJsonAndAddressOnEitherSideOfTheCommand) {
    for (const auto* words : {"--json --address h:2 truth", "truth --json --address h:2"}) {
        const auto parsed = parse(words);
        ASSERT_TRUE(parsed.invocation) << words << parsed.end->text;
        EXPECT_TRUE(parsed.invocation->as_json);
        EXPECT_EQ(parsed.invocation->address, "h:2");
    }
    EXPECT_EQ(parse("truth").invocation->address, "127.0.0.1:1");
}

class BadLineTest : public testing::TestWithParam<const char*> {};

TEST_P(BadLineTest, EndsWithStatusTwoAndAText) {
    const auto parsed = parse(GetParam());
    ASSERT_TRUE(parsed.end);
    EXPECT_EQ(parsed.end->status, 2);
    EXPECT_FALSE(parsed.end->text.empty());
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine,
    BadLineTest,
    testing::Values(
        "", "sing", "call", "dial --to 1", "link", "link sideways", "delay soon", "tcp", "truth --colour"
    )
);

TEST(CommandLine, HelpEndsWithStatusZero) {
    const auto parsed = parse("call --help");
    ASSERT_TRUE(parsed.end);
    EXPECT_EQ(parsed.end->status, 0);
    EXPECT_THAT(parsed.end->text, testing::HasSubstr("--from"));
}

TEST(CommandLine, AnAddressIsNeeded) {
    const auto parsed = parse("truth", "");
    ASSERT_TRUE(parsed.end);
    EXPECT_EQ(parsed.end->status, 2);
    EXPECT_THAT(parsed.end->text, testing::HasSubstr("CTISIM_ADDRESS"));
}

}  // namespace
}  // namespace ctiengine::simulator
