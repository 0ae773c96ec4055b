#include "tests/unit/common/websocket/echo_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ctiengine::websocket {
namespace {

using ctiengine::testing::https_request;
using ctiengine::testing::plain_exchange;
using ctiengine::testing::refused_upgrade;
using ctiengine::testing::tls_exchange;
using ctiengine::testing::WssClient;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

HttpResponse show_request(const HttpRequest& request) {
    HttpResponse response;
    response.body = std::string(request.method) + " " + std::string(request.target) + " " +
                    std::string(request.header("x-mark"));
    response.headers.emplace_back("X-Reply", "yes");
    return response;
}

TEST(Http, TellsAPlainClientThatThePortSpeaksTls) {
    EchoServer server;
    const auto answer = plain_exchange(server.options(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 Bad Request\r\n"));
    EXPECT_THAT(
        answer, EndsWith("This port speaks TLS: use wss:// or https:// instead of ws:// or http://\n")
    );
}

TEST(Http, DropsWhatIsNeitherTlsNorHttp) {
    EchoServer server;
    EXPECT_EQ(plain_exchange(server.options(), std::string("\0\0\0\x08", 4)), "");
}

TEST(Http, SaysUseAWebSocket) {
    EchoServer server;
    auto options = server.options();
    const auto root = https_request(options, "GET");
    EXPECT_EQ(root.status, 426U);
    EXPECT_EQ(root.header("Upgrade"), "websocket");
    EXPECT_THAT(root.body, HasSubstr("wss://"));
    options.path = "/other";
    EXPECT_EQ(https_request(options, "GET").status, 404U);
}

TEST(Http, AsksTheResponder) {
    auto handlers = EchoServer::handlers();
    handlers.http = show_request;
    EchoServer server(EchoServer::settings(), handlers);
    auto options = server.options();
    options.path = "/page?x=1";
    options.headers = {{"X-Mark", "here"}};
    const auto reply = https_request(options, "GET");
    EXPECT_EQ(reply.status, 200U);
    EXPECT_EQ(reply.body, "GET /page?x=1 here");
    EXPECT_EQ(reply.header("X-Reply"), "yes");
    EXPECT_EQ(reply.header("Content-Type"), "text/plain; charset=utf-8");
}

TEST(Http, SendsNoBodyForHead) {
    auto handlers = EchoServer::handlers();
    handlers.http = show_request;
    EchoServer server(EchoServer::settings(), handlers);
    const auto answer =
        tls_exchange(server.options(), "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("Content-Length: 7\r\n"));
    EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST(Http, AnswersSeveralRequestsOnOneConnection) {
    auto handlers = EchoServer::handlers();
    handlers.http = show_request;
    EchoServer server(EchoServer::settings(), handlers);
    const std::string one = "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string two = "GET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const auto answer = tls_exchange(server.options(), one + two);
    EXPECT_THAT(answer, HasSubstr("GET /1"));
    EXPECT_THAT(answer, EndsWith("GET /2 "));
}

TEST(Http, AnswersARequestWithABodyAndCloses) {
    auto handlers = EchoServer::handlers();
    handlers.http = show_request;
    EchoServer server(EchoServer::settings(), handlers);
    const auto answer =
        tls_exchange(server.options(), "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
    EXPECT_THAT(answer, EndsWith("POST /x "));
    EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
}

TEST(Http, RefusesHeadersOverTheirLimits) {
    EchoServer server;
    const auto request = [](const std::string& headers) {
        return "GET / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    };
    std::string many;
    for (int count = 0; count < 64; ++count) many += "A" + std::to_string(count) + ": x\r\n";
    const auto big = "B: " + std::string(20000, 'x') + "\r\n";
    EXPECT_THAT(tls_exchange(server.options(), request(big)), StartsWith("HTTP/1.1 431 "));
    EXPECT_THAT(tls_exchange(server.options(), request(many)), StartsWith("HTTP/1.1 431 "));
}

TEST(Http, RefusesWhatIsNoHttp) {
    EchoServer server;
    EXPECT_THAT(tls_exchange(server.options(), "hello\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
}

/// A gatekeeper with one good origin.
std::shared_ptr<admission::Gatekeeper> gatekeeper(std::shared_ptr<refusals::RefusalBook> book) {
    admission::GatekeeperSettings settings;
    settings.most_per_source = 0;
    admission::Gatekeeper::Parts parts{
        *admission::OriginRule::listed({"https://good.example"}),
        std::make_shared<admission::LogInRates>(5, 30), nullptr, std::move(book)};
    return std::make_shared<admission::Gatekeeper>(std::move(settings), std::move(parts));
}

TEST(HttpUpgrade, IsRefusedAsTheGatekeeperSays) {
    audit::NoAudit trail;
    auto book = std::make_shared<refusals::RefusalBook>(trail);
    auto handlers = EchoServer::handlers();
    handlers.gatekeeper = gatekeeper(book);
    EchoServer server(EchoServer::settings(), handlers);
    auto options = server.options();
    options.headers = {{"Origin", "https://evil.example"}};
    const auto reply = refused_upgrade(options);
    EXPECT_EQ(reply.status, 403U);
    EXPECT_THAT(reply.body, HasSubstr("'https://evil.example' is not in ORIGINS"));
    EXPECT_EQ(book->count(refusals::Refusal::OriginNotAllowed), 1U);
    options.headers = {};
    EXPECT_EQ(refused_upgrade(options).status, 403U);
    EXPECT_EQ(book->count(refusals::Refusal::OriginMissing), 1U);
    options.headers = {{"Origin", "https://good.example"}};
    EXPECT_NO_THROW(WssClient{options});
}

TEST(HttpUpgrade, RefusesTwoOrigins) {
    EchoServer server;
    auto options = server.options();
    options.headers = {{"Origin", "https://a"}, {"Origin", "https://b"}};
    EXPECT_EQ(refused_upgrade(options).status, 400U);
}

TEST(HttpUpgrade, RefusesAMissingKeyAndAnOldVersion) {
    EchoServer server;
    const std::string head = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    EXPECT_THAT(
        tls_exchange(server.options(), head + "Sec-WebSocket-Version: 13\r\n\r\n"),
        StartsWith("HTTP/1.1 400 ")
    );
    const auto old = tls_exchange(server.options(), head + key + "Sec-WebSocket-Version: 8\r\n\r\n");
    EXPECT_THAT(old, StartsWith("HTTP/1.1 426 "));
    EXPECT_THAT(old, HasSubstr("Sec-WebSocket-Version: 13"));
}

TEST(HttpUpgrade, RefusesBytesBehindTheRequest) {
    EchoServer server;
    const auto answer = tls_exchange(
        server.options(),
        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
        "13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nearly"
    );
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 "));
}

}  // namespace
}  // namespace ctiengine::websocket
