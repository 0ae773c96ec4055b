#include "license-svc/license_sign/licence_order.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

constexpr std::int64_t kNow = 1800000000;

LicenceOrder order() {
    LicenceOrder order;
    order.macs = {"08-00-27-08-BC-E4", "0800.2708.bce5"};
    order.users = 80;
    return order;
}
LicenceClaims read(const LicenceOrder& what) {
    return read_claims(claims_of(what, kNow).value(), kProduct, kRelease).value();
}
std::string mistake(const LicenceOrder& what) {
    const auto claims = claims_of(what, kNow);
    return claims ? "none" : claims.error().detail;
}

TEST(LicenceOrder, BecomesClaimsThatTheEngineTakes) {
    auto all = order();
    all.ha_users = 20;
    all.call_center = true;
    all.customer = "ACME";
    all.release = "4.x";
    all.not_before = "2027-01-31";
    all.expires = "2028-02-29";
    const auto claims = read(all);
    EXPECT_THAT(claims.macs, ElementsAre("08:00:27:08:bc:e4", "08:00:27:08:bc:e5"));
    EXPECT_EQ(claims.users, 80U);
    EXPECT_EQ(claims.ha_users, 20U);
    EXPECT_TRUE(claims.call_center);
    EXPECT_EQ(claims.customer, "ACME");
    EXPECT_EQ(claims.issued, kNow);
    EXPECT_EQ(claims.not_before, 1801353600);
    EXPECT_EQ(claims.expires, 1835395200);
}

TEST(LicenceOrder, HasNoEndAndNoBeginningUnlessItIsSaid) {
    EXPECT_FALSE(read(order()).not_before);
    EXPECT_FALSE(read(order()).expires);
}

TEST(LicenceOrder, GetsANewIdEveryTime) {
    const auto one = read(order()).id;
    EXPECT_THAT(one, MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    EXPECT_NE(one, read(order()).id);
}

TEST(LicenceOrder, SaysWhatIsWrongWithIt) {
    auto wrong = order();
    wrong.macs.clear();
    EXPECT_THAT(mistake(wrong), HasSubstr("--mac"));
    wrong = order();
    wrong.macs.assign(9, "08-00-27-08-BC-E4");
    EXPECT_THAT(mistake(wrong), HasSubstr("1 to 8"));
    wrong = order();
    wrong.users = 0;
    EXPECT_THAT(mistake(wrong), HasSubstr("--users"));
    wrong = order();
    wrong.release = "5.0";
    EXPECT_THAT(mistake(wrong), HasSubstr("release"));
    for (const char* day : {"2027-02-29", "2027-13-01", "27-01", "tomorrow", "2027-01-31x", "2027-00-01"}) {
        wrong = order();
        wrong.expires = day;
        EXPECT_THAT(mistake(wrong), HasSubstr("is no day")) << day;
    }
    wrong = order();
    wrong.not_before = "2027-02-01";
    wrong.expires = "2027-02-01";
    EXPECT_THAT(mistake(wrong), HasSubstr("end before it begins"));
}

}  // namespace
}  // namespace ctiengine::license
