#include "common/admission/origin_rule.hpp"

#include <gtest/gtest.h>

namespace ctiengine::admission {
namespace {

TEST(OriginRule, AdmitsExactlyWhatIsListed) {
    const auto rule =
        OriginRule::listed({"https://Desk.Company.test", "https://desk.company.test:8443", "http://lab"});
    ASSERT_TRUE(rule);
    for (const char* good :
         {"https://desk.company.test", "https://desk.company.test:443", "HTTPS://DESK.company.test",
          "https://desk.company.test:8443", "http://lab", "http://lab:80"}) {
        EXPECT_TRUE(rule->admits(good)) << good;
    }
    for (const char* bad :
         {"http://desk.company.test",
          "https://desk.company.test:8444",
          "https://company.test",
          "https://evil-desk.company.test",
          "https://desk.company.test.evil.test",
          "https://x.desk.company.test",
          "https://desk.company.test@evil.test",
          "https://evil.test#https://desk.company.test",
          "null",
          "",
          "https://",
          "https://*",
          "desk.company.test",
          "https://desk.company.test/",
          "https://desk.company.test:",
          "https://desk.company.test:0",
          "https://desk.company.test:443x",
          "wss://desk.company.test",
          "https://desk.company.test\r\nX: y",
          " https://desk.company.test",
          "file://desk.company.test"}) {
        EXPECT_FALSE(rule->admits(bad)) << bad;
    }
}

TEST(OriginRule, TakesAddressesOfBothKinds) {
    const auto rule = OriginRule::listed({"https://192.0.2.7:8090", "https://[2001:DB8::7]:8090"});
    ASSERT_TRUE(rule);
    EXPECT_TRUE(rule->admits("https://192.0.2.7:8090"));
    EXPECT_TRUE(rule->admits("https://[2001:db8::7]:8090"));
    EXPECT_FALSE(rule->admits("https://[2001:db8::8]:8090"));
    EXPECT_FALSE(rule->admits("https://[2001:db8::7:8090"));
}

TEST(OriginRule, NamesTheEntryThatIsNone) {
    for (const char* bad :
         {"*", "https://*.company.test", "company.test", "https://company.test/path", "null"}) {
        const auto rule = OriginRule::listed({bad});
        ASSERT_FALSE(rule) << bad;
        EXPECT_NE(rule.error().detail.find(bad), std::string::npos);
    }
}

TEST(OriginRule, AdmitsTheServersOwnPagesByDefault) {
    const auto rule =
        OriginRule::own([](const std::string& host) { return host == "cti.company.test"; }, {443, 8090});
    EXPECT_TRUE(rule.admits("https://cti.company.test"));
    EXPECT_TRUE(rule.admits("https://CTI.company.test:8090"));
    EXPECT_FALSE(rule.admits("https://cti.company.test:8443"));
    EXPECT_FALSE(rule.admits("http://cti.company.test:8090"));
    EXPECT_FALSE(rule.admits("https://other.company.test"));
    EXPECT_FALSE(rule.admits("null"));
}

}  // namespace
}  // namespace ctiengine::admission
