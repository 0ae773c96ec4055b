// What the engine believes of a client's address, from whom; over real sockets.
#include "tests/fakes/wss_client/tls_socket.hpp"
#include "tests/integration/harness/gateway_alone.hpp"

#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using testing::WssClient;

constexpr char kVersion1[] = "PROXY TCP4 192.0.2.9 192.0.2.1 40000 443\r\n";
const std::string kVersion2(
    "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\xc0\0\x02\x0a\xc0\0\x02\x01\x9c\x40\x01\xbb", 28
);  // of 192.0.2.10

testing::WssOptions with(testing::WssOptions options, const std::string& preamble) {
    options.preamble = preamble;
    return options;
}

testing::WssOptions with_header(testing::WssOptions options, const char* name, const std::string& value) {
    options.headers.emplace_back(name, value);
    return options;
}

Settings proxy_settings() {
    return {{"LOADBALANCER", "127.0.0.1"}, {"PROXYPROTOCOL", "y"}};
}

TEST(ProxyHeader, OfEachVersionTellsTheClient) {
    GatewayAlone gateway(proxy_settings());
    WssClient one(with(gateway.client(), kVersion1));
    gateway.expect_line("connected from 192.0.2.9,");
    WssClient two(with(gateway.client(), kVersion2));
    gateway.expect_line("connected from 192.0.2.10,");
}

/// Sends bytes in place of TLS and waits until it is cut.
void expect_cut(const GatewayAlone& gateway, const std::string& bytes) {
    testing::TlsSocket socket(gateway.client(), false);
    socket.write(bytes, testing::deadline_in(5s));
    std::string got;
    auto how = testing::Got::Bytes;
    const auto end = testing::deadline_in(8s * patience());
    while (how == testing::Got::Bytes) how = socket.read(got, end);
    EXPECT_NE(how, testing::Got::Nothing) << "it was not cut";
}

TEST(ProxyHeader, ThatIsMissingCutsTheBalancer) {
    GatewayAlone gateway(proxy_settings());
    expect_cut(gateway, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    gateway.expect_audited("proxy_header");
}

TEST(ProxyHeader, ThatIsBrokenCutsTheBalancer) {
    GatewayAlone gateway(proxy_settings());
    expect_cut(gateway, "PROXY TCP4 192.0.2.999 192.0.2.1 40000 443\r\n");
    gateway.expect_audited("proxy_header");
}

TEST(ProxyHeader, ThatIsSlowCutsTheBalancer) {
    auto settings = proxy_settings();
    settings["HANDSHAKETIMEOUT"] = "1";
    GatewayAlone gateway(settings);
    expect_cut(gateway, "PROXY TCP4");
    gateway.expect_audited("proxy_header");
}

TEST(ProxyHeader, OfAPeerThatIsNotListedIsNoTls) {
    GatewayAlone gateway(proxy_settings());
    EXPECT_THROW(WssClient(with(gateway.client("127.0.0.2"), kVersion1)), std::runtime_error);
    gateway.expect_refused("plain_text");  // the handshake never begins
    WssClient honest(gateway.client("127.0.0.2"));
    gateway.expect_line("connected from 127.0.0.2,");
}

TEST(ForwardingHeaders, OfABalancerAreBelieved) {
    GatewayAlone gateway(Settings{{"LOADBALANCER", "127.0.0.1"}});
    WssClient one(with_header(gateway.client(), "X-Forwarded-For", "192.0.2.9"));
    gateway.expect_line("connected from 192.0.2.9,");
    WssClient two(with_header(gateway.client(), "Forwarded", "for=192.0.2.10;proto=https"));
    gateway.expect_line("connected from 192.0.2.10,");
    // The balancer appends what it saw: what the client itself wrote before does not count.
    WssClient forged(with_header(gateway.client(), "X-Forwarded-For", "198.51.100.1, 192.0.2.11"));
    gateway.expect_line("connected from 192.0.2.11,");
}

TEST(ForwardingHeaders, OfOthersAreNot) {
    GatewayAlone gateway(Settings{{"LOADBALANCER", "127.0.0.1"}});
    WssClient one(with_header(gateway.client("127.0.0.2"), "X-Forwarded-For", "192.0.2.9"));
    gateway.expect_line("connected from 127.0.0.2,");
    WssClient two(with_header(gateway.client("127.0.0.3"), "Forwarded", "for=192.0.2.9"));
    gateway.expect_line("connected from 127.0.0.3,");
}

TEST(ForwardingHeaders, AClientBehindABalancerIsLimitedWhenTheSettingSaysSo) {
    GatewayAlone gateway(Settings{
        {"LOADBALANCER", "127.0.0.1"}, {"LIMITBEHINDLB", "y"}, {"MAXPERSOURCE", "1"}});
    WssClient first(with_header(gateway.client(), "X-Forwarded-For", "192.0.2.9"));
    first.answer_pings(false);
    WssClient other(with_header(gateway.client(), "X-Forwarded-For", "192.0.2.10"));
    WssClient second(with_header(gateway.client(), "X-Forwarded-For", "192.0.2.9"));
    EXPECT_TRUE(first.wait_closed(5s * patience())) << "it took the place of the dead one";
    EXPECT_FALSE(other.wait_closed(100ms));
    gateway.expect_audited("replaced");
}

}  // namespace
}  // namespace ctiengine::tests
