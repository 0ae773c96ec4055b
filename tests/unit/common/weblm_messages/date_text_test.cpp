#include "common/weblm_messages/date_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace ctiengine::weblm {
namespace {

TEST(DateText, WritesAndReadsTimes) {
    EXPECT_EQ(utc_text(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(utc_text(1767323045), "2026-01-02T03:04:05Z");
    EXPECT_EQ(seconds_of_utc("2026-01-02T03:04:05Z"), 1767323045);
    EXPECT_EQ(seconds_of_utc("9999-12-31T23:59:59Z"), 253402300799);
}

TEST(DateText, MovesTimesThatCannotBeWrittenToTheEdge) {
    EXPECT_EQ(utc_text(-1), "1970-01-01T00:00:00Z");
    EXPECT_EQ(utc_text(std::numeric_limits<std::int64_t>::max()), "9999-12-31T23:59:59Z");
}

TEST(DateText, ReadsDates) {
    EXPECT_EQ(seconds_of_date("1970-01-02"), 86400);
    EXPECT_EQ(seconds_of_date("2028-02-29"), 1835395200);
}

TEST(DateText, RefusesWhatIsNoDate) {
    for (const auto* text :
         {"", "2027-1-01", "2027-02-29", "2027-13-01", "1969-12-31", "2027/01/01", "2027-01-01 ",
          "+027-01-01"}) {
        EXPECT_EQ(seconds_of_date(text), std::nullopt) << text;
    }
}

TEST(DateText, RefusesWhatIsNoTime) {
    for (const auto* text :
         {"", "2026-01-02T03:04:05", "2026-01-02 03:04:05Z", "2026-01-02T24:00:00Z", "2026-01-02T03:60:05Z",
          "2026-01-02T03:04:60Z", "2026-02-30T03:04:05Z", "2026-01-02T03:04:05+"}) {
        EXPECT_EQ(seconds_of_utc(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace ctiengine::weblm
