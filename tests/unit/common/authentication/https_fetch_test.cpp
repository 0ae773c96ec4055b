#include "common/authentication/https_fetch.hpp"

#include "tests/fakes/https_server/https_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <latch>

namespace ctiengine::authentication {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using testing::HttpsServer;

class HttpsFetch : public ::testing::Test {
  protected:
    void SetUp() override { ::setenv("no_proxy", "*", 1); }

    HttpsSource source(const std::string& address) {
        HttpsSource from;
        from.address = address;
        from.authority = folder.write("ca.pem", identity.certificate_pem());
        return from;
    }
    static std::string why_not(const HttpsSource& from) {
        auto body = fetch_https(from);
        return body ? "got " + *body : std::string(to_string(body.error().code)) + ": " + body.error().detail;
    }

    testing::TemporaryDirectory folder;
    testing::Identity identity;
};

TEST_F(HttpsFetch, GivesTheBody) {
    HttpsServer server(identity, [](const HttpsServer::Request& request) {
        return HttpsServer::ok("at " + request.path);
    });
    EXPECT_EQ(why_not(source(server.address("/keys?x=1"))), "got at /keys?x=1");
}

TEST_F(HttpsFetch, ChecksTheServersCertificateAndName) {
    HttpsServer server(identity, [](const HttpsServer::Request&) { return HttpsServer::ok("x"); });
    auto other = source(server.address("/"));
    other.authority = folder.write("other.pem", testing::Identity().certificate_pem());
    EXPECT_THAT(why_not(other), HasSubstr("NotConnected: "));
    auto host = source(server.address("/"));
    host.authority.clear();
    EXPECT_THAT(why_not(host), HasSubstr("NotConnected: ")) << "the host's authorities do not know it";

    testing::CertificateSpec elsewhere;
    elsewhere.alternative_names = "DNS:elsewhere.test";
    elsewhere.common_name = "elsewhere.test";
    const testing::Identity stranger(elsewhere);
    HttpsServer wrong(stranger, [](const HttpsServer::Request&) { return HttpsServer::ok("x"); });
    auto named = source(wrong.address("/"));
    named.authority = folder.write("stranger.pem", stranger.certificate_pem());
    EXPECT_THAT(why_not(named), HasSubstr("NotConnected: "));
    EXPECT_EQ(server.requests() + wrong.requests(), 0) << "nothing was asked of either";
}

TEST_F(HttpsFetch, FollowsRedirectsToHttpsOnly) {
    HttpsServer* self = nullptr;
    HttpsServer server(identity, [&self](const HttpsServer::Request& request) {
        if (request.path == "/moved") return HttpsServer::redirect(self->address("/there"));
        if (request.path == "/plain") return HttpsServer::redirect("http://127.0.0.1:1/keys");
        if (request.path == "/file") return HttpsServer::redirect("file:///etc/passwd");
        if (request.path == "/round") return HttpsServer::redirect(self->address("/round"));
        return HttpsServer::ok("there");
    });
    self = &server;
    EXPECT_EQ(why_not(source(server.address("/moved"))), "got there");
    EXPECT_THAT(why_not(source(server.address("/plain"))), HasSubstr("rotocol"));
    EXPECT_THAT(why_not(source(server.address("/file"))), HasSubstr("rotocol"));
    EXPECT_THAT(why_not(source(server.address("/round"))), HasSubstr("redirects"));
    EXPECT_THAT(why_not(source("http://127.0.0.1:1/keys")), HasSubstr("rotocol"));
}

TEST_F(HttpsFetch, StopsAtTheLimitOfSize) {
    HttpsServer server(identity, [](const HttpsServer::Request&) {
        return HttpsServer::ok(std::string(101, 'x'));
    });
    auto from = source(server.address("/"));
    from.most_bytes = 101;
    EXPECT_EQ(why_not(from).size(), 4 + 101U);
    from.most_bytes = 100;
    EXPECT_THAT(why_not(from), HasSubstr("TooLarge: "));
}

TEST_F(HttpsFetch, TakesStatus200Only) {
    HttpsServer server(identity, [](const HttpsServer::Request&) { return HttpsServer::status("500 Oh"); });
    EXPECT_THAT(why_not(source(server.address("/"))), HasSubstr("NotConnected: it answered with status 500"));
}

TEST_F(HttpsFetch, WaitsNoLongerThanItsBudget) {
    std::latch go(1);
    HttpsServer server(identity, [&go](const HttpsServer::Request&) -> std::string {
        go.wait();
        return {};
    });
    auto from = source(server.address("/"));
    from.budget = 200ms;
    EXPECT_THAT(why_not(from), HasSubstr("NotConnected: "));
    go.count_down();
}

}  // namespace
}  // namespace ctiengine::authentication
