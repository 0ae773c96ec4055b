#include "tests/fakes/wss_client/frames.hpp"
#include "tests/fakes/wss_client/tls_socket.hpp"
#include "tests/unit/common/websocket/echo_server.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ctiengine::websocket {
namespace {

using namespace std::chrono_literals;
using ctiengine::testing::client_frame;
using ctiengine::testing::deadline_in;
using ctiengine::testing::Got;
using ctiengine::testing::Opcode;
using ctiengine::testing::TlsSocket;
using ctiengine::testing::WssClient;

/// Reads until the server ends the connection; what it said before that is in `said`.
Got read_to_end(TlsSocket& socket, std::string& said) {
    for (;;) {
        const auto got = socket.read(said, deadline_in(10s));
        if (got != Got::Bytes) return got;
    }
}

TEST(ConnectionLimits, PingsASilentPeerAndKeepsItWhenItAnswers) {
    auto settings = EchoServer::settings();
    settings.ping_every = 20ms;
    settings.pong_limit = 5s;
    EchoServer server(settings);
    WssClient client(server.options());
    EXPECT_FALSE(client.receive(200ms).has_value());  // several pings are answered meanwhile
    EXPECT_FALSE(client.closed());
    client.send_text("still here");
    EXPECT_TRUE(client.receive().has_value());
}

TEST(ConnectionLimits, CutsAPeerThatAnswersNoPing) {
    auto settings = EchoServer::settings();
    settings.ping_every = 10ms;
    settings.pong_limit = 20ms;
    EchoServer server(settings);
    WssClient client(server.options());
    client.answer_pings(false);
    EXPECT_EQ(client.wait_closed(), 1006);
}

TEST(ConnectionLimits, CutsAPeerThatDoesNotFinishTheTlsHandshake) {
    auto settings = EchoServer::settings();
    settings.handshake_limit = 20ms;
    EchoServer server(settings);
    for (const auto& begun : {std::string(), std::string("\x16\x03\x01")}) {
        TlsSocket socket(server.options(), false);
        socket.write(begun, deadline_in(5s));
        std::string said;
        EXPECT_NE(read_to_end(socket, said), Got::Nothing);
        EXPECT_EQ(said, "");
    }
}

TEST(ConnectionLimits, CutsAPeerThatDoesNotFinishItsRequest) {
    auto settings = EchoServer::settings();
    settings.header_limit = 20ms;
    EchoServer server(settings);
    TlsSocket socket(server.options());
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n", deadline_in(5s));
    std::string said;
    EXPECT_NE(read_to_end(socket, said), Got::Nothing);
    EXPECT_EQ(said, "");
}

TEST(ConnectionLimits, EndsAPeerThatDoesNotAnswerOurClose) {
    auto settings = EchoServer::settings();
    settings.close_limit = 20ms;
    const auto options = EchoServer::handlers([](std::shared_ptr<WebSocketConnection> connection) {
        return connection->close(CloseCode::PolicyViolation, "go");
    });
    EchoServer server(settings, options);
    WssClient client(server.options());
    const auto raw = client.receive_raw(1000, 10s);  // reads, but never answers
    EXPECT_EQ(raw, std::string("\x88\x04\x03\xF0go", 6));
}

TEST(ConnectionLimits, RefusesAMessageOverTheLimitWith1009) {
    auto settings = EchoServer::settings();
    settings.message_bytes = 1000;
    EchoServer server(settings);
    WssClient fits(server.options());
    fits.send_text(std::string(1000, 'x'));
    EXPECT_TRUE(fits.receive().has_value());
    fits.send_text(std::string(1001, 'x'));
    EXPECT_EQ(fits.wait_closed(), 1009);
}

TEST(ConnectionLimits, CountsTheFragmentsOfAMessageTogether) {
    auto settings = EchoServer::settings();
    settings.message_bytes = 1000;
    EchoServer server(settings);
    WssClient client(server.options());
    client.send_raw(client_frame(Opcode::Text, std::string(600, 'x'), false));
    client.send_raw(client_frame(Opcode::Continuation, std::string(600, 'x')));
    EXPECT_EQ(client.wait_closed(), 1009);
}

TEST(ConnectionLimits, DoesNotWaitForTheBytesOfAHugeMessage) {
    EchoServer server;
    WssClient client(server.options());
    client.send_raw(std::string("\x81\xFF\x00\x00\x00\x7F\xFF\xFF\xFF\xFF\x00\x00\x00\x00", 14));
    EXPECT_EQ(client.wait_closed(), 1009);
}

Task<void> flood(std::shared_ptr<WebSocketConnection> connection) {
    auto block = std::make_shared<const std::string>(60000, 'x');
    for (;;) {
        auto sent = co_await connection->send(block, true);
        if (!sent) co_return;
    }
}

TEST(ConnectionLimits, StopsASessionWhosePeerDoesNotRead) {
    EchoServer server(EchoServer::settings(), EchoServer::handlers(flood));
    WssClient client(server.options());
    ASSERT_TRUE(client.receive().has_value());
    EXPECT_TRUE(server.run(server.listener().drain(5s)));  // the send in flight is cancelled
}

TEST(ConnectionLimits, CutsAPeerThatReadsNothingWhileWeClose) {
    auto settings = EchoServer::settings();
    settings.close_limit = 20ms;
    EchoServer server(settings, EchoServer::handlers(flood));
    WssClient client(server.options());
    ASSERT_TRUE(client.receive().has_value());
    EXPECT_TRUE(server.run(server.listener().close_all(CloseCode::GoingAway, "", 10s)));
}

}  // namespace
}  // namespace ctiengine::websocket
