#include "license-svc/weblm/https_provider.hpp"

#include "common/weblm_messages/request_xml.hpp"
#include "common/weblm_messages/response_xml.hpp"
#include "tests/fakes/https_server/https_server.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/license-svc/weblm/answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

using ctiengine::testing::HttpsServer;
using ::testing::AllOf;
using testing::grant_of;
using ::testing::HasSubstr;

weblm::Request acquire() {
    weblm::Request request;
    request.request_id = "r-1";
    request.client = {"cte-host1", "start-1", 17, "CTI_Engine", "4.5", {}};
    request.verb = weblm::Verb::Acquire;
    request.features = {{"VALUE_AESO_OPEN_USERS", 100, false}};
    return request;
}

class OverHttps : public ::testing::Test {
  protected:
    HttpsProviderSettings to(const HttpsServer& server) {
        HttpsProviderSettings settings;
        settings.url = server.address("/WebLM/LicenseServer");
        settings.authority = folder_.write("weblm_ca.pem", identity_.certificate_pem());
        return settings;
    }
    Result<weblm::Response> ask(const HttpsProviderSettings& settings) {
        auto provider = HttpsProvider::open(settings, pool_).value();
        return runner_.run(provider->exchange(acquire()));
    }
    std::string why_not(const HttpsProviderSettings& settings) {
        auto answer = ask(settings);
        if (answer) return "it answered";
        return std::string(to_string(answer.error().code)) + ": " + answer.error().detail;
    }

    ctiengine::testing::TemporaryDirectory folder_;
    ctiengine::testing::Identity identity_;
    ctiengine::testing::TaskRunner runner_;
    BlockingPool pool_{"licence server", {1, 4}};  // its threads end before the runner, which they answer to
};

TEST_F(OverHttps, SendsTheRequestAndReadsTheAnswer) {
    HttpsServer::Request heard;
    HttpsServer server(identity_, [&heard](const HttpsServer::Request& request) {
        heard = request;
        return HttpsServer::ok(weblm::write(grant_of()));
    });
    EXPECT_EQ(ask(to(server)).value(), grant_of());
    EXPECT_THAT(
        heard.header, AllOf(
                          HasSubstr("POST /WebLM/LicenseServer HTTP/1.1\r\n"),
                          HasSubstr("\r\nContent-Type: application/xml; charset=utf-8\r\n"),
                          HasSubstr("\r\nCTI-WebLM-Version: 1\r\n")
                      )
    );
    EXPECT_EQ(weblm::read_request(heard.body).value(), acquire());
}

struct StatusRow {
    const char* name;
    const char* line;
    const char* words;
};

class HttpStatus : public OverHttps, public ::testing::WithParamInterface<StatusRow> {};

TEST_P(HttpStatus, IsToldInWords) {
    HttpsServer server(identity_, [](const HttpsServer::Request&) {
        return HttpsServer::status(GetParam().line);
    });
    EXPECT_THAT(why_not(to(server)), HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    All,
    HttpStatus,
    ::testing::Values(
        StatusRow{
            "Outage", "503 Service Unavailable",
            "NotConnected: the licence server is busy or out of service"},
        StatusRow{"Unreadable", "400 Bad Request", "cannot read our request (HTTP 400)"},
        StatusRow{"TooLarge", "413 Content Too Large", "too large (HTTP 413)"},
        StatusRow{"WrongType", "415 Unsupported Media Type", "takes no XML (HTTP 415)"},
        StatusRow{
            "WrongAddress", "404 Not Found",
            "no licence server is at this address (HTTP 404); correct WEBLMURL"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(OverHttps, FollowsNoRedirect) {
    HttpsServer server(identity_, [](const HttpsServer::Request&) {
        return HttpsServer::redirect("/login");
    });
    EXPECT_THAT(why_not(to(server)), HasSubstr("(HTTP 302)"));
    EXPECT_EQ(server.requests(), 1);
}

TEST_F(OverHttps, T15_RefusesAnAnswerThatIsNoneOfTheProtocol) {
    std::string body;
    HttpsServer server(identity_, [&body](const HttpsServer::Request&) { return HttpsServer::ok(body); });
    body = "<html><body>log in</body></html>";
    EXPECT_THAT(why_not(to(server)), HasSubstr("the answer cannot be read: "));
    const auto whole = weblm::write(grant_of());
    body = whole.substr(0, whole.size() / 2);
    EXPECT_THAT(why_not(to(server)), HasSubstr("MalformedXml: "));
    body = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + whole;
    EXPECT_THAT(why_not(to(server)), HasSubstr("MalformedXml: "));
    body = std::string(weblm::kMostMessageBytes + 1, ' ');
    EXPECT_THAT(why_not(to(server)), HasSubstr("TooLarge: "));
}

TEST_F(OverHttps, T15_TellsOpenSslsReasonForACertificate) {
    ctiengine::testing::CertificateSpec old;
    old.valid_from = std::chrono::hours(-48);
    old.valid_until = std::chrono::hours(-1);
    identity_ = ctiengine::testing::Identity(old);
    HttpsServer server(identity_, [](const HttpsServer::Request&) { return HttpsServer::ok(""); });
    EXPECT_THAT(why_not(to(server)), HasSubstr("certificate has expired"));
}

TEST_F(OverHttps, RefusesAnotherKeyThanThePinnedOne) {
    HttpsServer server(identity_, [](const HttpsServer::Request&) { return HttpsServer::ok(""); });
    auto settings = to(server);
    settings.pinned_key = "sha256//" + std::string(43, 'A') + "=";
    EXPECT_THAT(why_not(settings), HasSubstr("pinned"));
    EXPECT_EQ(server.requests(), 0);
}

TEST(HttpsProviderSettings, RefuseAnAddressOfAnotherForm) {
    BlockingPool pool("licence server", {1, 4});
    const auto words = [&pool](const std::string& url, const std::string& pin = {}) {
        HttpsProviderSettings settings;
        settings.url = url;
        settings.pinned_key = pin;
        auto provider = HttpsProvider::open(settings, pool);
        return provider ? "taken: " + (*provider)->name() : provider.error().detail;
    };
    EXPECT_EQ(
        words("https://weblm.test:52233/WebLM/LicenseServer"),
        "taken: https://weblm.test:52233/WebLM/LicenseServer"
    );
    EXPECT_EQ(words("https://weblm.test"), "taken: https://weblm.test");
    EXPECT_THAT(words(""), HasSubstr("is not of the form https://"));
    EXPECT_THAT(words("http://weblm.test/"), HasSubstr("is not of the form https://"));
    EXPECT_THAT(words("https:///WebLM"), HasSubstr("is not of the form https://"));
    EXPECT_THAT(words("https://a b/"), HasSubstr("is not of the form https://"));
    EXPECT_THAT(
        words("https://user:secret@weblm.test/"),
        AllOf(HasSubstr("password"), ::testing::Not(HasSubstr("secret")))
    );
    EXPECT_THAT(words("https://weblm.test/", "/etc/passwd"), HasSubstr("pinned key"));
    EXPECT_THAT(words("https://weblm.test/", "sha256//short="), HasSubstr("pinned key"));
}

}  // namespace
}  // namespace ctiengine::license
