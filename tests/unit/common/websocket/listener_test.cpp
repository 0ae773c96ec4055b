#include "tests/unit/common/websocket/echo_server.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ctiengine::websocket {
namespace {

using namespace std::chrono_literals;
using ctiengine::testing::https_request;
using ctiengine::testing::refused_upgrade;
using ctiengine::testing::WssClient;
using ::testing::HasSubstr;

TEST(Listener, ReportsThePortItWasGiven) {
    EchoServer server;
    EXPECT_GT(server.listener().port(), 0);
}

TEST(Listener, SaysWhichPortIsTaken) {
    EchoServer server;
    boost::asio::io_context context;
    auto settings = EchoServer::settings();
    settings.port = server.listener().port();
    const auto second = Listener::open(context.get_executor(), settings, nullptr, {});
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, Errc::Io);
    EXPECT_THAT(second.error().detail, HasSubstr("127.0.0.1 port " + std::to_string(settings.port)));
    EXPECT_THAT(second.error().detail, HasSubstr("Address already in use"));
}

TEST(Listener, SaysThatAnAddressIsNone) {
    boost::asio::io_context context;
    auto settings = EchoServer::settings();
    settings.address = "localhost:80";
    const auto listener = Listener::open(context.get_executor(), settings, nullptr, {});
    ASSERT_FALSE(listener.has_value());
    EXPECT_EQ(listener.error().code, Errc::InvalidSettings);
    EXPECT_EQ(listener.error().detail, "\"localhost:80\" is no IP address");
}

TEST(Listener, TakesIpv4OnTheDefaultAddress) {
    auto settings = EchoServer::settings();
    settings.address = "::";
    EchoServer server(settings);
    WssClient client(server.options());
    client.send_text("x");
    EXPECT_TRUE(client.receive().has_value());
}

TEST(Listener, Answers503OverTheConnectionLimit) {
    auto settings = EchoServer::settings();
    settings.max_connections = 2;
    EchoServer server(settings);
    WssClient first(server.options());
    {
        WssClient second(server.options());
        const auto refused = refused_upgrade(server.options());
        EXPECT_EQ(refused.status, 503U);
        EXPECT_EQ(refused.header("Retry-After"), "5");
        second.close();
    }
    first.send_text("x");
    EXPECT_TRUE(first.receive().has_value());
}

TEST(Listener, ClosesAllPolitely) {
    EchoServer server;
    std::vector<WssClient> clients;
    for (int count = 0; count < 5; ++count) clients.emplace_back(server.options());
    for (auto& client : clients) {  // an echo proves that the server has it open
        client.send_text("x");
        ASSERT_TRUE(client.receive().has_value());
    }
    server.listener().stop_accepting();
    auto closing = boost::asio::co_spawn(
        boost::asio::system_executor(), server.listener().close_all(CloseCode::ServiceRestart, "drain", 5s),
        boost::asio::use_future
    );
    for (auto& client : clients) {
        EXPECT_EQ(client.wait_closed(), 1012);
        EXPECT_EQ(client.close_reason(), "drain");
    }
    EXPECT_TRUE(closing.get());
    EXPECT_EQ(server.listener().connections(), 0U);
}

Task<void> send_for_ever(std::shared_ptr<WebSocketConnection> connection) {
    const auto text = std::make_shared<const std::string>("more");
    for (;;) {
        auto sent = co_await connection->send(text, false);
        if (!sent) co_return;
    }
}

TEST(Listener, ClosesPolitelyInTheMiddleOfASend) {
    EchoServer server(EchoServer::settings(), EchoServer::handlers(send_for_ever));
    WssClient client(server.options());
    ASSERT_TRUE(client.receive().has_value());
    auto closing = boost::asio::co_spawn(
        boost::asio::system_executor(), server.listener().close_all(CloseCode::GoingAway, "", 5s),
        boost::asio::use_future
    );
    EXPECT_EQ(client.wait_closed(), 1001);
    EXPECT_TRUE(closing.get());
}

TEST(Listener, DrainCutsWhatIsLeft) {
    EchoServer server;
    WssClient open(server.options());
    ctiengine::testing::WssOptions idle = server.options();
    open.send_text("x");
    ASSERT_TRUE(open.receive().has_value());
    EXPECT_TRUE(server.run(server.listener().drain(5s)));
    EXPECT_EQ(open.wait_closed(), 1006);
    EXPECT_THROW(WssClient{idle}, std::runtime_error);
}

TEST(Listener, GivesNewConnectionsTheNewCertificate) {
    EchoServer server;
    const ctiengine::testing::TemporaryDirectory directory;
    const ctiengine::testing::Identity renewed;
    tls::TlsSettings tls;
    tls.certificate_chain = directory.write("certificate.pem", renewed.certificate_pem());
    tls.private_key = directory.write("key.pem", renewed.key_pem());
    WssClient before(server.options());
    server.tls().replace(*tls::TlsContext::load(tls));
    auto options = server.options();
    options.trust = tls.certificate_chain;
    WssClient after(options);
    after.send_text("x");
    EXPECT_TRUE(after.receive().has_value());
    before.send_text("x");
    EXPECT_TRUE(before.receive().has_value());
}

}  // namespace
}  // namespace ctiengine::websocket
