#include "common/https_client/https_exchange.hpp"

#include "tests/fakes/https_server/https_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <latch>

namespace ctiengine::https {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::HttpsServer;
using ::testing::Not;

/// RFC 7469 section 2.4: the hash of the key as it stands in the certificate.
std::string pin_of(const testing::Identity& identity) {
    const auto der = identity.certificate_der();
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<X509, decltype(&::X509_free)> certificate(
        ::d2i_X509(nullptr, &at, static_cast<long>(der.size())), &::X509_free
    );
    unsigned char* key = nullptr;
    const int size = ::i2d_X509_PUBKEY(::X509_get_X509_PUBKEY(certificate.get()), &key);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    ::SHA256(key, static_cast<std::size_t>(size), hash.data());
    ::OPENSSL_free(key);
    std::array<unsigned char, 64> text{};
    const int length = ::EVP_EncodeBlock(text.data(), hash.data(), static_cast<int>(hash.size()));
    return "sha256//" +
           std::string(reinterpret_cast<const char*>(text.data()), static_cast<std::size_t>(length));
}

class HttpsExchange : public ::testing::Test {
  protected:
    Request to(const HttpsServer& server, const testing::Identity& trusted) {
        Request request;
        request.address = server.address("/there");
        request.authority = folder.write("ca.pem", trusted.certificate_pem());
        return request;
    }
    Request to(const HttpsServer& server) { return to(server, identity); }

    static std::string words(const Request& request) {
        const auto answer = exchange(request);
        if (!answer) return std::string(to_string(answer.error().code)) + ": " + answer.error().detail;
        return std::to_string(answer->status) + " " + answer->body;
    }
    static std::string echo(const HttpsServer::Request& request) {
        return HttpsServer::ok(request.header + request.body);
    }

    testing::TemporaryDirectory folder;
    testing::Identity identity;
};

TEST_F(HttpsExchange, PostsTheBodyWithItsHeaders) {
    HttpsServer server(identity, &echo);
    auto request = to(server);
    request.body = "<question/>";
    request.headers = {"Content-Type: application/xml; charset=utf-8", "X-Version: 1"};
    EXPECT_THAT(
        words(request), AllOf(
                            HasSubstr("200 POST /there HTTP/1.1\r\n"),
                            HasSubstr("Content-Type: application/xml; charset=utf-8\r\n"),
                            HasSubstr("X-Version: 1\r\n"), HasSubstr("<question/>"), Not(HasSubstr("Expect"))
                        )
    );
}

TEST_F(HttpsExchange, GetsWithoutABody) {
    HttpsServer server(identity, &echo);
    EXPECT_THAT(words(to(server)), HasSubstr("200 GET /there HTTP/1.1\r\n"));
}

TEST_F(HttpsExchange, TellsEveryStatus) {
    HttpsServer server(identity, [](const HttpsServer::Request&) {
        return HttpsServer::status("503 Not now");
    });
    EXPECT_EQ(words(to(server)), "503 {}");
}

TEST_F(HttpsExchange, FollowsNoRedirectUnlessAskedTo) {
    HttpsServer server(identity, [](const HttpsServer::Request& request) {
        return request.path == "/there" ? HttpsServer::redirect("/else") : HttpsServer::ok("else");
    });
    auto request = to(server);
    EXPECT_EQ(words(request), "302 ");
    request.redirects = 1;
    EXPECT_EQ(words(request), "200 else");
}

TEST_F(HttpsExchange, PassesOverAProxyOfTheEnvironment) {
    HttpsServer server(identity, [](const HttpsServer::Request&) { return HttpsServer::ok("direct"); });
    ::setenv("https_proxy", "http://127.0.0.1:1", 1);
    EXPECT_EQ(words(to(server)), "200 direct");
    ::unsetenv("https_proxy");
}

TEST_F(HttpsExchange, SaysWhyACertificateIsNotGood) {
    testing::CertificateSpec old;
    old.valid_from = -48h;
    old.valid_until = -1h;
    const testing::Identity expired(old);
    HttpsServer late(expired, &echo);
    EXPECT_THAT(words(to(late, expired)), AllOf(HasSubstr("Io: "), HasSubstr("certificate has expired")));

    HttpsServer unknown(identity, &echo);
    EXPECT_THAT(words(to(unknown, testing::Identity())), HasSubstr("self-signed certificate"));

    testing::CertificateSpec other;
    other.common_name = "elsewhere.test";
    other.alternative_names = "DNS:elsewhere.test";
    const testing::Identity elsewhere(other);
    HttpsServer misnamed(elsewhere, &echo);
    EXPECT_THAT(words(to(misnamed, elsewhere)), AllOf(HasSubstr("name"), HasSubstr("'localhost'")));
    EXPECT_EQ(late.requests() + unknown.requests() + misnamed.requests(), 0) << "nothing was asked of any";
}

TEST_F(HttpsExchange, TakesThePinnedKeyAlone) {
    HttpsServer server(identity, [](const HttpsServer::Request&) { return HttpsServer::ok("pinned"); });
    auto request = to(server);
    request.pinned_key = pin_of(identity);
    EXPECT_EQ(words(request), "200 pinned");
    request.pinned_key = pin_of(testing::Identity());
    EXPECT_THAT(words(request), HasSubstr("Io: SSL: public key does not match pinned public key"));
    EXPECT_EQ(server.requests(), 1);
}

TEST_F(HttpsExchange, StopsAtTheLimitOfSize) {
    HttpsServer server(identity, [](const HttpsServer::Request&) {
        return HttpsServer::ok(std::string(101, 'x'));
    });
    auto request = to(server);
    request.most_bytes = 100;
    EXPECT_EQ(words(request), "TooLarge: the answer is larger than 100 bytes");
}

TEST_F(HttpsExchange, WaitsNoLongerThanItsBudget) {
    std::latch go(1);
    HttpsServer server(identity, [&go](const HttpsServer::Request&) -> std::string {
        go.wait();
        return {};
    });
    auto request = to(server);
    request.budget = 200ms;
    EXPECT_EQ(words(request), "DeadlineExceeded: no whole answer within 200 ms");
    go.count_down();
}

/// A port that takes connections and says nothing, as a server that hangs does.
TEST_F(HttpsExchange, WaitsNoLongerForTlsThanItsBudgetForThat) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::listen(listener, 1), 0);
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    Request request;
    request.address = "https://127.0.0.1:" + std::to_string(::ntohs(address.sin_port)) + "/";
    request.connect_budget = 100ms;
    request.budget = 5s;
    EXPECT_EQ(words(request), "DeadlineExceeded: no connection within 100 ms");
    ::close(listener);
}

TEST_F(HttpsExchange, TellsThatNobodyIsThere) {
    Request request;
    request.address = "https://127.0.0.1:1/";
    EXPECT_EQ(words(request), "NotConnected: cannot connect: Connection refused");
}

TEST_F(HttpsExchange, TellsThatTheConnectionBroke) {
    HttpsServer server(identity, [](const HttpsServer::Request&) { return std::string(); });
    EXPECT_THAT(words(to(server)), HasSubstr("Io: "));
}

TEST_F(HttpsExchange, NeedsItsAuthorityAndAnAddressOfHttps) {
    HttpsServer server(identity, &echo);
    auto request = to(server);
    request.authority = folder.path() / "absent.pem";
    EXPECT_THAT(words(request), AllOf(HasSubstr("InvalidSettings: "), HasSubstr("absent.pem")));
    request.address = "http://127.0.0.1:1/";
    EXPECT_THAT(words(request), HasSubstr("InvalidSettings: "));
    EXPECT_EQ(server.requests(), 0);
}

}  // namespace
}  // namespace ctiengine::https
