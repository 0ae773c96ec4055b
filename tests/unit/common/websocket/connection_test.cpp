#include "tests/unit/common/websocket/echo_server.hpp"

#include <gtest/gtest.h>

#include <future>
#include <string>
#include <thread>
#include <vector>

namespace ctiengine::websocket {
namespace {

using namespace std::chrono_literals;
using ctiengine::testing::WssClient;

/// A server whose session reports what it saw to the test.
struct Seen {
    std::promise<ConnectionInfo> info;
    std::promise<Result<Frame>> last;
    std::promise<std::optional<std::uint16_t>> code;
};

Task<void> report_session(std::shared_ptr<WebSocketConnection> connection, std::shared_ptr<Seen> seen) {
    seen->info.set_value(connection->info());
    for (;;) {
        auto frame = co_await connection->receive();
        if (!frame) {
            seen->code.set_value(connection->close_code_received());
            seen->last.set_value(std::move(frame));
            co_return;
        }
    }
}

RunSession reporting_to(std::shared_ptr<Seen> seen) {
    return [seen](std::shared_ptr<WebSocketConnection> connection) {
        return report_session(std::move(connection), seen);
    };
}

TEST(Connection, EchoesTextAndBinary) {
    EchoServer server;
    WssClient client(server.options());
    client.send_text("caf\xC3\xA9");
    auto text = client.receive();
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(text->payload, "caf\xC3\xA9");
    EXPECT_FALSE(text->binary);
    client.send_binary(std::string("\0\xFF\x01", 3));
    auto binary = client.receive();
    ASSERT_TRUE(binary.has_value());
    EXPECT_EQ(binary->payload, std::string("\0\xFF\x01", 3));
    EXPECT_TRUE(binary->binary);
}

TEST(Connection, CarriesEverySizeAroundTheBordersOfBuffersAndFrames) {
    EchoServer server;
    WssClient client(server.options());
    for (const std::size_t size :
         {0, 1, 125, 126, 511, 512, 513, 1535, 1536, 1537, 16383, 16384, 16385, 65535, 65536}) {
        std::string text(size, 'x');
        for (std::size_t at = 0; at < size; ++at) text[at] = static_cast<char>('a' + at % 23);
        client.send_text(text);
        const auto echoed = client.receive();
        ASSERT_TRUE(echoed.has_value()) << size;
        EXPECT_EQ(echoed->payload, text) << size;
    }
}

TEST(Connection, AnswersManyMessagesInOrder) {
    EchoServer server;
    WssClient client(server.options());
    for (int number = 0; number < 500; ++number) client.send_text("message " + std::to_string(number));
    for (int number = 0; number < 500; ++number) {
        const auto echoed = client.receive();
        ASSERT_TRUE(echoed.has_value());
        EXPECT_EQ(echoed->payload, "message " + std::to_string(number));
    }
}

TEST(Connection, TrustsTheServersCertificate) {
    EchoServer server;
    const ctiengine::testing::TemporaryDirectory directory;
    auto options = server.options();
    options.trust = directory.write("ca.pem", test_identity().certificate_pem());
    WssClient client(options);
    client.send_text("x");
    EXPECT_TRUE(client.receive().has_value());
}

TEST(Connection, ShowsTheRequestToTheSession) {
    auto seen = std::make_shared<Seen>();
    auto settings = EchoServer::settings();
    settings.subprotocols = {"csta-xml"};
    EchoServer server(settings, EchoServer::handlers(reporting_to(seen)));
    auto options = server.options();
    options.path = "/cti?ticket=secret";
    options.headers = {{"Origin", "https://phone.example"}, {"User-Agent", "test/1"}};
    options.subprotocols = {"csta-xml"};
    WssClient client(options);
    const auto info = seen->info.get_future().get();
    EXPECT_EQ(info.path, "/cti");
    EXPECT_EQ(info.query, "ticket=secret");
    EXPECT_EQ(info.origin, "https://phone.example");
    EXPECT_EQ(info.user_agent, "test/1");
    EXPECT_EQ(info.subprotocol, "csta-xml");
    EXPECT_EQ(info.peer_address, "127.0.0.1");
    EXPECT_EQ(info.host, "127.0.0.1:" + std::to_string(server.listener().port()));
    EXPECT_GT(info.peer_port, 0);
    EXPECT_GT(info.id, 0U);
    client.close();
}

TEST(Connection, EchoesTheFirstSubprotocolItKnows) {
    auto settings = EchoServer::settings();
    settings.subprotocols = {"csta-xml", "csta-xml-annexj", "csta-xml-bare"};
    EchoServer server(settings);
    auto options = server.options();
    options.subprotocols = {"soap", "csta-xml-bare", "csta-xml"};
    EXPECT_EQ(WssClient(options).subprotocol(), "csta-xml-bare");
    options.subprotocols = {"soap"};
    EXPECT_EQ(WssClient(options).subprotocol(), "");
    options.subprotocols = {};
    EXPECT_EQ(WssClient(options).subprotocol(), "");
    options.headers = {{"Sec-WebSocket-Protocol", "soap"}, {"Sec-WebSocket-Protocol", "csta-xml"}};
    EXPECT_EQ(WssClient(options).subprotocol(), "csta-xml");
}

TEST(Connection, TellsTheSessionTheCodeOfThePeersClose) {
    auto seen = std::make_shared<Seen>();
    EchoServer server(EchoServer::settings(), EchoServer::handlers(reporting_to(seen)));
    WssClient client(server.options());
    client.close(4000, "enough");
    EXPECT_EQ(client.close_code(), 4000);
    const auto last = seen->last.get_future().get();
    ASSERT_FALSE(last.has_value());
    EXPECT_EQ(last.error().code, Errc::Closed);
    EXPECT_EQ(seen->code.get_future().get(), 4000);
}

TEST(Connection, TellsACutFromAClose) {
    for (const bool reset : {false, true}) {
        auto seen = std::make_shared<Seen>();
        EchoServer server(EchoServer::settings(), EchoServer::handlers(reporting_to(seen)));
        WssClient client(server.options());
        client.cut(reset);
        const auto last = seen->last.get_future().get();
        ASSERT_FALSE(last.has_value());
        EXPECT_EQ(last.error().code, Errc::Io) << last.error().detail;
        EXPECT_EQ(seen->code.get_future().get(), std::nullopt);
    }
}

Task<void> close_with_long_reason(std::shared_ptr<WebSocketConnection> connection) {
    std::string reason(122, 'x');
    reason += "\xE2\x82\xAC";  // does not fit as a whole
    co_await connection->close(CloseCode::TryAgainLater, reason);
}

TEST(Connection, CutsALongCloseReasonBetweenCharacters) {
    EchoServer server(EchoServer::settings(), EchoServer::handlers(close_with_long_reason));
    WssClient client(server.options());
    EXPECT_EQ(client.wait_closed(), 1013);
    EXPECT_EQ(client.close_reason(), std::string(122, 'x'));
}

Task<void> return_at_once(std::shared_ptr<WebSocketConnection>) {
    co_return;
}
Task<void> throw_at_once(std::shared_ptr<WebSocketConnection>) {
    throw std::runtime_error("a defect");
    co_return;
}

TEST(Connection, IsClosedWith1000WhenItsSessionReturns) {
    EchoServer server(EchoServer::settings(), EchoServer::handlers(return_at_once));
    EXPECT_EQ(WssClient(server.options()).wait_closed(), 1000);
}

TEST(Connection, IsClosedWith1011WhenItsSessionThrows) {
    EchoServer server(EchoServer::settings(), EchoServer::handlers(throw_at_once));
    EXPECT_EQ(WssClient(server.options()).wait_closed(), 1011);
}

Task<void> abort_at_once(std::shared_ptr<WebSocketConnection> connection, std::shared_ptr<Seen> seen) {
    connection->abort();
    seen->last.set_value(co_await connection->receive());
}

TEST(Connection, AbortCutsWithoutACloseFrame) {
    auto seen = std::make_shared<Seen>();
    const RunSession session = [seen](std::shared_ptr<WebSocketConnection> connection) {
        return abort_at_once(std::move(connection), seen);
    };
    EchoServer server(EchoServer::settings(), EchoServer::handlers(session));
    EXPECT_EQ(WssClient(server.options()).wait_closed(), 1006);
    EXPECT_EQ(seen->last.get_future().get().error().code, Errc::Closed);
}

TEST(Connection, ServesManyAtOnce) {
    EchoServer server;
    std::vector<WssClient> clients;
    for (int count = 0; count < 50; ++count) clients.emplace_back(server.options());
    for (auto& client : clients) client.send_text("x");
    for (auto& client : clients) EXPECT_TRUE(client.receive().has_value());
    EXPECT_EQ(server.listener().connections(), clients.size());
}

}  // namespace
}  // namespace ctiengine::websocket
