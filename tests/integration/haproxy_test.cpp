// A real HAProxy in front of the gateway. The configurations are those of docs/ops/load-balancer.md: keep
// both equal.
#include "tests/integration/harness/gateway_alone.hpp"

#include <gtest/gtest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using testing::WssClient;

std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(socket, reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

std::string server(const EngineUnderTest& engine) {
    return "127.0.0.1:" + std::to_string(engine.port());
}

ChildProcess start_haproxy(const EngineUnderTest& engine, const std::string& rest) {
    const auto file = engine.folder() / "haproxy.cfg";
    std::ofstream(file
    ) << "defaults\n    timeout connect 5s\n    timeout client 60s\n    timeout server 60s\n"
         "    timeout tunnel 1h\n"
      << rest;
    return ChildProcess(
        {"/usr/sbin/haproxy", {"-db", "-f", file.string()}, {}}, engine.folder() / "haproxy.log"
    );
}

WssClient connect_when_up(const testing::WssOptions& options) {
    const auto end = std::chrono::steady_clock::now() + 10s * patience();
    for (;;) {
        try {
            return WssClient(options);
        } catch (const std::runtime_error&) {
            if (std::chrono::steady_clock::now() > end) throw;
        }
    }
}

TEST(HaProxy, PassesConnectionsWithTheirClient) {
    GatewayAlone gateway(Settings{{"LOADBALANCER", "127.0.0.1"}, {"PROXYPROTOCOL", "y"}});
    auto options = gateway.client("127.0.0.9");
    options.port = free_port();
    auto proxy = start_haproxy(
        gateway.engine(),
        "listen ctiengine\n    mode tcp\n    bind 127.0.0.1:" + std::to_string(options.port) +
            "\n    server one " + server(gateway.engine()) + " send-proxy-v2\n"
    );
    auto client = connect_when_up(options);
    gateway.expect_line("connected from 127.0.0.9,");
}

/// Certificate and key in one file, as HAProxy wants them.
std::string haproxy_pem(const EngineUnderTest& engine) {
    const auto file = engine.folder() / "haproxy.pem";
    std::ofstream both(file);
    for (const char* part : {"certificate.crt", "private_key.pem"})
        both << std::ifstream(engine.folder() / part).rdbuf();
    return file.string();
}

std::string spreading(const EngineUnderTest& one, const EngineUnderTest& two, std::uint16_t port) {
    return "frontend browsers\n    mode http\n    bind 127.0.0.1:" + std::to_string(port) + " ssl crt " +
           haproxy_pem(one) +
           "\n    option forwardfor\n    http-request del-header Forwarded\n    default_backend engines\n"
           "backend engines\n    mode http\n    balance roundrobin\n"
           "    cookie CTE insert indirect nocache secure httponly\n    server one " +
           server(one) + " ssl verify none cookie one\n    server two " + server(two) +
           " ssl verify none cookie two\n";
}

TEST(HaProxy, SpreadsClientsOverEnginesAndBringsThemBack) {
    const Settings settings{{"LOADBALANCER", "127.0.0.1"}};
    GatewayAlone one(settings);
    GatewayAlone two(settings);
    auto options = one.client("127.0.0.9");
    options.port = free_port();
    auto proxy = start_haproxy(one.engine(), spreading(one.engine(), two.engine(), options.port));
    options.headers = {{"X-Forwarded-For", "192.0.2.66"}, {"Forwarded", "for=192.0.2.66"}};  // forged
    auto first = connect_when_up(options);
    for (const char* name : {"one", "two"}) {
        auto coming_back = options;
        coming_back.headers.emplace_back("Cookie", std::string("CTE=") + name);
        auto& engine = (name == std::string("one") ? one : two).engine();
        engine.gateway().forget_output();
        WssClient again(coming_back);
        EXPECT_TRUE(engine.gateway().wait_for_line("connected from 127.0.0.9,", 10s * patience())) << name;
    }
    auto page = options;
    page.path = "/";
    const auto cookie = testing::https_request(page, "GET").header("Set-Cookie");
    EXPECT_EQ(cookie.substr(0, 4), "CTE=") << cookie;
}

}  // namespace
}  // namespace ctiengine::tests
