#include "license-svc/file_licence/mac_address.hpp"

#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

TEST(MacAddress, IsTheSameInThreeNotations) {
    for (const char* text :
         {"08:00:27:08:bc:e4", "08-00-27-08-BC-E4", "0800.2708.bce4", "08:00:27:08:BC:E4"}) {
        EXPECT_EQ(canonical_mac(text), "08:00:27:08:bc:e4") << text;
    }
    EXPECT_EQ(dashed_mac("08:00:27:08:bc:e4"), "08-00-27-08-BC-E4");
    EXPECT_EQ(dotted_mac("08:00:27:08:bc:e4"), "0800.2708.bce4");
}

TEST(MacAddress, IsNothingElse) {
    for (const char* text :
         {"", "08:00:27:08:bc", "08:00:27:08:bc:e4:00", "08:00:27:08:bc:eg", "080027:08bce4",
          "08:00-27:08:bc:e4", "00:00:00:00:00:00", ":08:00:27:08:bc:e4",
          "08:00:27:08:bc:e4:", "080027 08bce4", "0800.2708.bce4."}) {
        EXPECT_FALSE(canonical_mac(text)) << text;
    }
}

TEST(MacAddress, TellsWhoGaveIt) {
    EXPECT_TRUE(is_locally_administered("02:fc:00:00:00:01"));
    EXPECT_FALSE(is_locally_administered("08:00:27:08:bc:e4"));
}

}  // namespace
}  // namespace ctiengine::license
