#include "common/audit/audit_chain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace ctiengine::audit {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr auto kNoon = std::chrono::sys_days(2026y / 11 / 23) + 12h + 7us;

AuditEntry entry(std::string user) {
    AuditEntry made;
    made.event = "log-in";
    made.user = std::move(user);
    made.source = "192.0.2.7";
    made.fields = {{"by", "token"}};
    return made;
}

TEST(AuditChain, WritesNumberTimeAndWhatHappened) {
    const auto json = nlohmann::json::parse(line_of(entry("ann"), {}, kNoon));
    EXPECT_EQ(json["seq"], 1);
    EXPECT_EQ(json["time"], "2026-11-23T12:00:00.000007Z");
    EXPECT_EQ(json["event"], "log-in");
    EXPECT_EQ(json["user"], "ann");
    EXPECT_EQ(json["source"], "192.0.2.7");
    EXPECT_EQ(json["fields"]["by"], "token");
    EXPECT_EQ(json["prev"], std::string(64, '0'));
    EXPECT_FALSE(json.contains("session"));
}

TEST(AuditChain, NamesTheLineBefore) {
    const auto first = line_of(entry("ann"), {}, kNoon);
    const auto second = read_line(line_of(entry("ben"), {1, sha256(first)}, kNoon));
    ASSERT_TRUE(second);
    EXPECT_EQ(second->prev, sha256(first));
    EXPECT_EQ(second->link.seq, 2U);
}

TEST(AuditChain, WritesNothingThatMovesACursorOrBeginsALine) {
    const auto line = line_of(entry("x\r\n{\"seq\":9}\x1b[2J\xe2\x80\xae\x7f"), {}, kNoon);
    for (const unsigned char byte : line) {
        EXPECT_GE(byte, 0x20);
        EXPECT_LT(byte, 0x80);
    }
    EXPECT_THAT(line, HasSubstr("\\r\\n"));
}

TEST(AuditChain, ReplacesWhatIsNoUtf8) {
    EXPECT_TRUE(read_line(line_of(entry("x\xff\xfe"), {}, kNoon)));
}

TEST(AuditChain, SaysWhatIsWrongWithALine) {
    for (const char* text :
         {"", "[]", "{}", R"({"seq":-1,"prev":"","event":""})", R"({"seq":1,"event":"x"})"}) {
        const auto read = read_line(text);
        ASSERT_FALSE(read) << text;
        EXPECT_FALSE(read.error().detail.empty());
    }
}

TEST(AuditChain, HashesAsTheStandardSays) {
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace ctiengine::audit
