#include "common/tcp_server/proxy_preamble.hpp"

#include "common/client_address/address_list.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"

#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

namespace ctiengine::tcp_server {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using boost::asio::ip::tcp;

/// Two ends of one TCP connection.
class ProxyPreamble : public ::testing::Test {
  protected:
    ProxyPreamble() {
        tcp::acceptor acceptor(runner_.context(), {boost::asio::ip::address_v4::loopback(), 0});
        balancer_.connect(acceptor.local_endpoint());
        acceptor.accept(socket_);
    }
    void write(const std::string& bytes) { boost::asio::write(balancer_, boost::asio::buffer(bytes)); }

    /// The client in text, "itself", or the kind of error.
    std::string read(std::chrono::milliseconds limit = 10s) {
        const auto client = runner_.run(read_proxy_preamble(socket_, limit));
        if (!client) return std::string(to_string(client.error().code));
        return *client ? client_address::address_text(**client) : "itself";
    }
    std::string rest() {
        balancer_.shutdown(tcp::socket::shutdown_send);
        std::string left;
        boost::system::error_code end;
        boost::asio::read(socket_, boost::asio::dynamic_buffer(left), end);
        return left;
    }

    testing::TaskRunner runner_;
    tcp::socket balancer_{runner_.context()};
    tcp::socket socket_{runner_.context()};
};

const auto kSignature = "\r\n\r\n\0\r\nQUIT\n"s;

TEST_F(ProxyPreamble, LeavesTheFirstByteBehindALine) {
    write("PROXY TCP4 192.0.2.7 10.0.0.1 4711 8090\r\n\x16\x03\x01");
    EXPECT_EQ(read(), "192.0.2.7");
    EXPECT_EQ(rest(), "\x16\x03\x01");
}

TEST_F(ProxyPreamble, LeavesTheFirstByteBehindOctets) {
    write(kSignature + "\x21\x11\x00\x0c\xc0\x00\x02\x07\x0a\x00\x00\x01\x12\x34\x1f\x9a"s + "\x16\x03\x01");
    EXPECT_EQ(read(), "192.0.2.7");
    EXPECT_EQ(rest(), "\x16\x03\x01");
}

TEST_F(ProxyPreamble, MayComeInPieces) {
    auto client = runner_.start(read_proxy_preamble(socket_, 10s));
    for (const char byte : "PROXY TCP4 192.0.2.7 10.0.0.1 4711 8090\r\n"s) {
        write(std::string(1, byte));
        runner_.poll();
    }
    runner_.run_until([&] { return client.wait_for(0s) == std::future_status::ready; });
    const auto read = client.get();
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(client_address::address_text(**read), "192.0.2.7");
}

TEST_F(ProxyPreamble, OfAHealthCheckNamesNobody) {
    write(kSignature + "\x20\x00\x00\x00"s);
    EXPECT_EQ(read(), "itself");
}

TEST_F(ProxyPreamble, IsNotTls) {
    write("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s + std::string(64, 'r'));
    EXPECT_EQ(read(), to_string(Errc::ProtocolViolation)) << "a client that came past the balancer";
}

TEST_F(ProxyPreamble, HasABound) {
    write("PROXY UNKNOWN " + std::string(4096, 'x'));
    EXPECT_EQ(read(), to_string(Errc::ProtocolViolation));
}

TEST_F(ProxyPreamble, HasToComeInTime) {
    write("PROXY TCP4 192.0.2.7");
    EXPECT_EQ(read(1ms), to_string(Errc::DeadlineExceeded));
}

TEST_F(ProxyPreamble, HasToBeWhole) {
    write("PROXY TCP4 192.0.2.7");
    balancer_.shutdown(tcp::socket::shutdown_send);
    EXPECT_EQ(read(), to_string(Errc::Io));
}

}  // namespace
}  // namespace ctiengine::tcp_server
