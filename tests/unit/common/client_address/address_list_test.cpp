#include "common/client_address/address_list.hpp"

#include <gtest/gtest.h>

namespace ctiengine::client_address {
namespace {

boost::asio::ip::address at(const char* text) {
    return boost::asio::ip::make_address(text);
}

TEST(AddressList, HoldsAddressesAndNetworksOfBothKinds) {
    const auto list = AddressList::parse({"192.0.2.7", "10.0.0.0/8", "2001:db8::/32", "2001:db9::1"});
    ASSERT_TRUE(list);
    for (const char* inside :
         {"192.0.2.7", "::ffff:192.0.2.7", "10.255.0.1", "2001:db8:1::9", "2001:db9::1"}) {
        EXPECT_TRUE(list->contains(at(inside))) << inside;
    }
    for (const char* outside : {"192.0.2.8", "11.0.0.1", "2001:db9::2", "::1", "::a00:1"}) {
        EXPECT_FALSE(list->contains(at(outside))) << outside;
    }
}

TEST(AddressList, TakesPrefixesToTheBit) {
    const auto list = AddressList::parse({"192.0.2.128/25", "2001:db8::8/125"});
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->contains(at("192.0.2.255")));
    EXPECT_FALSE(list->contains(at("192.0.2.127")));
    EXPECT_TRUE(list->contains(at("2001:db8::f")));
    EXPECT_FALSE(list->contains(at("2001:db8::10")));
}

TEST(AddressList, OfEverybodyIsPossible) {
    const auto list = AddressList::parse({"0.0.0.0/0"});
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->contains(at("203.0.113.9")));
    EXPECT_FALSE(list->contains(at("2001:db8::1")));
}

TEST(AddressList, IsEmptyByDefault) {
    EXPECT_FALSE(AddressList().contains(at("127.0.0.1")));
}

TEST(AddressList, NamesTheEntryThatIsNone) {
    for (const char* bad :
         {"balancer", "192.0.2", "192.0.2.7/33", "192.0.2.7/", "192.0.2.7/x", "2001:db8::/129",
          "fe80::1%eth0", "", "192.0.2.7/-1", "192.0.2.7/8 "}) {
        const auto list = AddressList::parse({"192.0.2.1", bad});
        ASSERT_FALSE(list) << bad;
        EXPECT_EQ(list.error().code, Errc::InvalidSettings);
        EXPECT_NE(list.error().detail.find("'" + std::string(bad) + "'"), std::string::npos);
    }
}

TEST(AddressText, ShowsMappedAddressesAsIpv4) {
    EXPECT_EQ(address_text(at("::ffff:192.0.2.7")), "192.0.2.7");
    EXPECT_EQ(address_text(at("2001:db8::7")), "2001:db8::7");
}

}  // namespace
}  // namespace ctiengine::client_address
