// Each limit of a connection over real sockets: what the client sees, and what the log says.
#include "tests/fakes/wss_client/frames.hpp"
#include "tests/fakes/wss_client/tls_socket.hpp"
#include "tests/integration/harness/gateway_alone.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using testing::Opcode;
using testing::WssClient;

TEST(Limits, ConnectionsInAll) {
    GatewayAlone gateway(Settings{{"MAXCONNECTIONS", "1"}});
    WssClient first(gateway.client());
    EXPECT_EQ(gateway.status(gateway.client()), 503U);
    gateway.expect_refused("too_many_connections");
}

TEST(Limits, ConnectionsWithoutALogIn) {
    GatewayAlone gateway(Settings{{"MAXUNAUTHENTICATED", "1"}});
    WssClient first(gateway.client());
    EXPECT_EQ(gateway.status(gateway.client("127.0.0.2")), 503U);
    gateway.expect_refused("too_many_unauthenticated");
}

TEST(Limits, ConnectionsWithoutALogInFromOneAddress) {
    GatewayAlone gateway(Settings{{"MAXUNAUTHENTICATEDPERSOURCE", "1"}});
    Softphone first(gateway.engine().port());
    EXPECT_EQ(gateway.status(gateway.client()), 429U);
    gateway.expect_refused("too_many_unauthenticated_from_source");
    WssClient other(gateway.client("127.0.0.2"));  // another address has its own places
    first.start_session("4001");
    WssClient next(gateway.client());  // the log-in gave the place back
}

TEST(Limits, APlaceIsFreeAfterADisconnect) {
    GatewayAlone gateway(Settings{{"MAXUNAUTHENTICATEDPERSOURCE", "1"}});
    WssClient(gateway.client()).close();
    const auto end = std::chrono::steady_clock::now() + 5s * patience();
    unsigned status = 0;
    while ((status = gateway.status(gateway.client())) == 429 && std::chrono::steady_clock::now() < end) {
    }
    EXPECT_EQ(status, 101U);
}

TEST(Limits, AHandshakeThatIsNotFinished) {
    GatewayAlone gateway(Settings{{"HANDSHAKETIMEOUT", "1"}});
    testing::TlsSocket silent(gateway.client(), false);
    std::string got;
    auto how = silent.read(got, testing::deadline_in(6s * patience()));
    EXPECT_NE(how, testing::Got::Nothing) << "it was not cut";
    gateway.expect_refused("tls_timeout");
}

TEST(Limits, ARequestThatIsNotFinished) {
    GatewayAlone gateway(Settings{{"UPGRADETIMEOUT", "1"}});
    testing::TlsSocket slow(gateway.client());
    slow.write("GET / HTTP/1.1\r\nHost: ", testing::deadline_in(5s));
    std::string got;
    const auto end = testing::deadline_in(6s * patience());
    auto how = testing::Got::Bytes;
    while (how == testing::Got::Bytes) how = slow.read(got, end);
    EXPECT_NE(how, testing::Got::Nothing) << "it was not cut";
    gateway.expect_refused("upgrade_timeout");
}

TEST(Limits, HeadersThatAreTooLong) {
    GatewayAlone gateway(Settings{{"HEADERSIZE", "2K"}});
    auto options = gateway.client();
    options.headers.emplace_back("X-Long", std::string(3000, 'x'));
    EXPECT_EQ(gateway.status(options), 431U);
    gateway.expect_refused("header");
}

TEST(Limits, TooManyHeaders) {
    GatewayAlone gateway(Settings{{"HEADERCOUNT", "16"}});
    auto options = gateway.client();
    for (int number = 0; number < 16; ++number) options.headers.emplace_back("X-One", "1");
    EXPECT_EQ(gateway.status(options), 431U);
    gateway.expect_refused("header");
}

TEST(Limits, AFrameThatIsTooLong) {
    GatewayAlone gateway(Settings{{"FRAMESIZE", "64K"}});
    Softphone phone(gateway.engine().port());
    phone.start_session("4001");
    phone.socket().send_text("0002" + std::string(65 * 1024, 'x'));
    EXPECT_EQ(phone.socket().wait_closed(), 1009);
    gateway.expect_refused("frame_size");
}

std::string in_fragments(const std::string& text, std::size_t size) {
    std::string frames;
    for (std::size_t at = 0; at < text.size(); at += size) {
        const auto opcode = at == 0 ? Opcode::Text : Opcode::Continuation;
        frames += testing::client_frame(opcode, text.substr(at, size), at + size >= text.size());
    }
    return frames;
}

TEST(Limits, FragmentsWithinTheMessageSizeAreOneMessage) {
    GatewayAlone gateway(Settings{{"FRAMESIZE", "64K"}, {"MESSAGESIZE", "256K"}});
    Softphone phone(gateway.engine().port());
    phone.start_session("4001");
    auto text = "0077" + csta("OrderPizza");
    text += std::string(240 * 1024 - text.size(), ' ');
    phone.socket().send_raw(in_fragments(text, 60 * 1024));
    EXPECT_EQ(phone.answer("0077").root(), "CSTAErrorCode");
}

TEST(Limits, AMessageThatIsTooLong) {
    GatewayAlone gateway(Settings{{"FRAMESIZE", "64K"}, {"MESSAGESIZE", "128K"}});
    Softphone phone(gateway.engine().port());
    phone.start_session("4001");
    phone.socket().send_raw(in_fragments("0002" + std::string(140 * 1024, 'x'), 60 * 1024));
    EXPECT_EQ(phone.socket().wait_closed(), 1009);
    gateway.expect_refused("message_size");
}

TEST(Limits, ALongMessageBeforeTheLogIn) {
    GatewayAlone gateway(Settings{{"MESSAGESIZE", "256K"}});
    WssClient client(gateway.client());
    client.send_text("0001" + std::string(17 * 1024, 'x'));
    EXPECT_EQ(client.wait_closed(), 1009);
    gateway.expect_refused("message_size_before_log_in");
}

TEST(Limits, AClientThatDoesNotAnswerPings) {
    GatewayAlone gateway(Settings{{"PINGINTERVAL", "1"}, {"PONGTIMEOUT", "1"}});
    WssClient client(gateway.client());
    client.answer_pings(false);
    EXPECT_TRUE(client.wait_closed(8s * patience()));
    gateway.expect_refused("no_pong");
}

TEST(Limits, PlainTextIsToldWhatThePortSpeaks) {
    GatewayAlone gateway(Settings{});
    const auto answer =
        testing::plain_exchange(gateway.client(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_THAT(answer, ::testing::StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(answer, ::testing::HasSubstr("wss://"));
    gateway.expect_refused("plain_text");
}

}  // namespace
}  // namespace ctiengine::tests
