#include "config/secrets/key_ring.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

using testing::HasSubstr;

const std::string kKey(43, 'A');

TEST(KeyRing, HasTheFirstKeyActive) {
    auto ring =
        KeyRing::parse("new " + kKey + " 2026-11-23T06:30:00Z\nold " + kKey + " 2025-01-01T00:00:00Z\n");
    ASSERT_TRUE(ring) << ring.error().detail;
    EXPECT_EQ(ring->active().id, "new");
    EXPECT_EQ(ring->active().octets.size(), 32U);
    EXPECT_EQ(ring->active().created, "2026-11-23T06:30:00Z");
    ASSERT_NE(ring->find("old"), nullptr);
    EXPECT_EQ(ring->find("older"), nullptr);
}

TEST(KeyRing, NamesTheBadLineAndNoKey) {
    const std::pair<std::string, const char*> rows[] = {
        {"", "it holds no key"},
        {"k " + kKey + " now\n\n", "line 2"},
        {"k " + kKey + " now\nk " + kKey + " now\n", "line 2: a key of that name"},
        {"k! " + kKey + " now\n", "line 1: the first word"},
        {"k " + kKey + "AAAA now\n", "line 1: the second word"},
        {"k " + kKey.substr(4) + " now\n", "line 1: the second word"},
        {"k " + kKey + "\n", "line 1: the third word"},
        {"k", "line 1: the second word"},
    };
    for (const auto& [text, why] : rows) {
        auto ring = KeyRing::parse(text);
        ASSERT_FALSE(ring) << text;
        EXPECT_THAT(ring.error().detail, HasSubstr(why));
        EXPECT_THAT(ring.error().detail, testing::Not(HasSubstr("AAAA")));
    }
}

TEST(KeyRing, GrowsAtTheFrontAndIsWrittenAsItIsRead) {
    const auto noon = std::chrono::system_clock::time_point(std::chrono::seconds(1790000000));
    KeyRing ring;
    ASSERT_TRUE(ring.add_key(noon));
    const auto first = ring.active().id;
    ASSERT_TRUE(ring.add_key(noon));
    EXPECT_NE(ring.active().id, first);
    EXPECT_FALSE(ring.active().octets == ring.find(first)->octets);
    EXPECT_EQ(ring.active().created, "2026-09-21T14:13:20Z");
    auto again = KeyRing::parse(ring.text().reveal());
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->active().id, ring.active().id);
    EXPECT_EQ(again->find(first)->octets, ring.find(first)->octets);
}

TEST(KeyRing, DropsKeysThatNothingNeeds) {
    auto ring = KeyRing::parse("c " + kKey + " x\nb " + kKey + " x\na " + kKey + " x\n").value();
    EXPECT_EQ(ring.keep_only({"a"}), 1U);
    EXPECT_EQ(ring.active().id, "c");
    EXPECT_NE(ring.find("a"), nullptr);
    EXPECT_EQ(ring.keep_only({}), 1U);
    EXPECT_EQ(ring.size(), 1U) << "the active key stays";
}

}  // namespace
}  // namespace ctiengine::config
