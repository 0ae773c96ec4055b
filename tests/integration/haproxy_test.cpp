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

}  // namespace
}  // namespace ctiengine::tests
