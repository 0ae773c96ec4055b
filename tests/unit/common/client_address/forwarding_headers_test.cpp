#include "common/client_address/forwarding_headers.hpp"

#include <gtest/gtest.h>

namespace ctiengine::client_address {
namespace {

constexpr char kBalancer[] = "10.0.0.1";
constexpr char kStranger[] = "203.0.113.5";

struct Way {
    const char* name;
    const char* peer;
    std::vector<std::string_view> x_forwarded_for;
    std::vector<std::string_view> forwarded;
    const char* client;
};
void PrintTo(const Way& row, std::ostream* out) {
    *out << row.name;
}

class ForwardingHeadersTest : public ::testing::TestWithParam<Way> {};

TEST_P(ForwardingHeadersTest, TellTheClient) {
    const auto balancers = AddressList::parse({"10.0.0.0/8", "2001:db8:1::/48"});
    const auto& row = GetParam();
    const auto peer = boost::asio::ip::make_address(row.peer);
    EXPECT_EQ(
        address_text(client_behind(peer, {row.x_forwarded_for, row.forwarded}, *balancers)), row.client
    );
}

INSTANTIATE_TEST_SUITE_P(
    Ways,
    ForwardingHeadersTest,
    ::testing::Values(
        Way{"NothingIsSaid", kBalancer, {}, {}, kBalancer},
        Way{"AStrangerIsNotBelieved", kStranger, {"192.0.2.1"}, {"for=192.0.2.1"}, kStranger},
        Way{"OneHop", kBalancer, {"192.0.2.1"}, {}, "192.0.2.1"},
        Way{"TheClientWroteOneToo", kBalancer, {"127.0.0.1, 192.0.2.1"}, {}, "192.0.2.1"},
        Way{"ListedHopsArePassedOver", kBalancer, {"192.0.2.1, 10.0.0.9"}, {}, "192.0.2.1"},
        Way{"SeveralHeadersAreOneList", kBalancer, {"192.0.2.9", "192.0.2.1, 10.0.0.9"}, {}, "192.0.2.1"},
        Way{"OnlyListedOnes", kBalancer, {"10.0.0.8, 10.0.0.9"}, {}, kBalancer},
        Way{"ABadWord", kBalancer, {"192.0.2.1, nonsense"}, {}, kBalancer},
        Way{"ABadWordBehindTheClientDoesNotMatter", kBalancer, {"nonsense, 192.0.2.1"}, {}, "192.0.2.1"},
        Way{"AnEmptyWord", kBalancer, {"192.0.2.1,"}, {}, kBalancer},
        Way{"WithAPort", kBalancer, {"192.0.2.1:4711"}, {}, "192.0.2.1"},
        Way{"Ipv6", kBalancer, {"2001:db8::7"}, {}, "2001:db8::7"},
        Way{"Ipv6InBracketsWithAPort", kBalancer, {"[2001:db8::7]:80"}, {}, "2001:db8::7"},
        Way{"BracketsThatDoNotClose", kBalancer, {"[2001:db8::7"}, {}, kBalancer},
        Way{"TenHops",
            kBalancer,
            {"192.0.2.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1"},
            {},
            "192.0.2.1"},
        Way{"ElevenHops",
            kBalancer,
            {"192.0.2.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10.0.0.1,10."
             "0.0.1"},
            {},
            kBalancer},
        Way{"ManyHopsThatTheClientWrote",
            kBalancer,
            {"1.1.1.1,1.1.1.2,1.1.1.3,1.1.1.4,1.1.1.5,1.1.1.6,1.1.1.7,1.1.1.8,1.1.1.9,1.1.1.10", "192.0.2.1"},
            {},
            "192.0.2.1"},
        Way{"AQuoteThatTheClientWrote", kBalancer, {"\", 192.0.2.1"}, {}, "192.0.2.1"},
        Way{"ForwardedQuoteThatTheClientWrote", kBalancer, {}, {"for=\"x, for=192.0.2.1"}, "192.0.2.1"},
        Way{"Forwarded", kBalancer, {}, {"for=192.0.2.1;proto=https;by=10.0.0.1"}, "192.0.2.1"},
        Way{"ForwardedInAnyCase", kBalancer, {}, {"By=10.0.0.1;FOR=192.0.2.1"}, "192.0.2.1"},
        Way{"ForwardedQuotedIpv6", kBalancer, {}, {"for=\"[2001:db8::7]:4711\""}, "2001:db8::7"},
        Way{"ForwardedSeveral", kBalancer, {}, {"for=127.0.0.1, for=192.0.2.1", "for=10.0.0.9"}, "192.0.2.1"},
        Way{"ForwardedCommaInQuotes", kBalancer, {}, {"for=\"1,2\", for=192.0.2.1"}, "192.0.2.1"},
        Way{"ForwardedUnknown", kBalancer, {}, {"for=unknown"}, kBalancer},
        Way{"ForwardedObfuscated", kBalancer, {}, {"for=_hidden"}, kBalancer},
        Way{"ForwardedWithoutFor", kBalancer, {}, {"proto=https"}, kBalancer},
        Way{"BothAgree", kBalancer, {"192.0.2.1"}, {"for=192.0.2.1"}, "192.0.2.1"},
        Way{"BothDisagree", kBalancer, {"192.0.2.1"}, {"for=192.0.2.66"}, kBalancer}
    ),
    [](const auto& row) { return row.param.name; }
);

}  // namespace
}  // namespace ctiengine::client_address
