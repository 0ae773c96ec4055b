// Which pages may connect, over real sockets.
#include "tests/integration/harness/gateway_alone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

struct Row {
    const char* name;
    std::vector<std::string> origins;
    unsigned status;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

testing::WssOptions page(const GatewayAlone& gateway, const std::vector<std::string>& origins) {
    auto options = gateway.client();
    for (const auto& origin : origins) options.headers.emplace_back("Origin", origin);
    return options;
}

class Listed : public ::testing::TestWithParam<Row> {};

TEST_P(Listed, GetsItsStatus) {
    GatewayAlone gateway(Settings{{"ORIGINS", "https://desk.company.test"}, {"ALLOWMISSINGORIGIN", "n"}});
    const auto& row = GetParam();
    EXPECT_EQ(gateway.status(page(gateway, row.origins)), row.status);
    if (row.status == 403) gateway.expect_audited(row.origins.empty() ? "origin_missing" : "origin");
    if (row.status == 400) gateway.expect_refused("malformed_request");
}

INSTANTIATE_TEST_SUITE_P(
    Origins,
    Listed,
    ::testing::Values(
        Row{"Listed", {"https://desk.company.test"}, 101},
        Row{"ListedWithItsPort", {"https://desk.company.test:443"}, 101},
        Row{"NotListed", {"https://elsewhere.test"}, 403},
        Row{"Null", {"null"}, 403},
        Row{"Two", {"https://desk.company.test", "https://elsewhere.test"}, 400},
        Row{"Malformed", {"https://desk.company.test/path"}, 403},
        Row{"NoOrigin", {"desk.company.test"}, 403},
        Row{"Suffix", {"https://desk.company.test.evil.test"}, 403},
        Row{"Prefix", {"https://evildesk.company.test"}, 403},
        Row{"UserPart", {"https://desk.company.test@evil.test"}, 403},
        Row{"OtherPort", {"https://desk.company.test:8443"}, 403},
        Row{"OtherScheme", {"http://desk.company.test"}, 403},
        Row{"Absent", {}, 403}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(Origin, AbsentOneIsAllowedWhenTheSettingSaysSo) {
    GatewayAlone gateway(Settings{{"ALLOWMISSINGORIGIN", "y"}});
    EXPECT_EQ(gateway.status(gateway.client()), 101U);
}

TEST(Origin, WithoutAListTheNamesOfTheCertificateOnTheBoundPortMayConnect) {
    GatewayAlone gateway(Settings{});
    gateway.engine().stop_all();
    gateway.engine().start_gateway();  // now PORT names the port
    const auto port = std::to_string(gateway.engine().port());
    EXPECT_EQ(gateway.status(page(gateway, {"https://localhost:" + port})), 101U);
    EXPECT_EQ(gateway.status(page(gateway, {"https://127.0.0.1:" + port})), 101U);
    EXPECT_EQ(gateway.status(page(gateway, {"https://localhost"})), 101U);
    EXPECT_EQ(gateway.status(page(gateway, {"https://localhost:1"})), 403U);
    EXPECT_EQ(gateway.status(page(gateway, {"http://localhost:" + port})), 403U);
    EXPECT_EQ(gateway.status(page(gateway, {"https://other.test:" + port})), 403U);
    gateway.expect_audited("origin");
}

TEST(Origin, CredentialsInTheAddressAreRefusedAndNotWritten) {
    GatewayAlone gateway(Settings{});
    auto options = gateway.client();
    options.path = "/?a=b&token=hunter2secret";
    EXPECT_EQ(gateway.status(options), 400U);
    gateway.expect_refused("credentials_in_url");
    EXPECT_THAT(gateway.engine().gateway().output(), ::testing::Not(::testing::HasSubstr("hunter2secret")));
    gateway.expect_audited("credentials_in_url");
}

}  // namespace
}  // namespace ctiengine::tests
