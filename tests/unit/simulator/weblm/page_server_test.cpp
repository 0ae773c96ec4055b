#include "simulator/weblm/pages/page_server.hpp"

#include "simulator/weblm/licence/licence_xml.hpp"
#include "tests/unit/simulator/weblm/server_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

std::string header_of(const HttpResponse& response, const std::string& name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

/// One browser: keeps its cookie, finds the token of the last form.
class PageServerTest : public ::testing::Test, public ServerFixture {
  protected:
    HttpResponse get(const std::string& path) { return send("GET", path, "", ""); }
    HttpResponse post(const std::string& path, const std::string& form) {
        return send("POST", path, "application/x-www-form-urlencoded", form + "&csrf=" + token);
    }
    HttpResponse log_in(const std::string& password = "right", const std::string& user = "admin") {
        get("/WebLM/");
        auto answer = post("/WebLM/login", "user=" + user + "&password=" + password);
        if (answer.status == 303) get("/WebLM/home");
        return answer;
    }
    HttpResponse upload(const std::string& file) {
        const std::string body =
            "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token +
            "\r\n--XX\r\nContent-Disposition: form-data; name=\"licence\"; filename=\"l.xml\"\r\n\r\n" +
            file + "\r\n--XX--\r\n";
        return send("POST", "/WebLM/install", "multipart/form-data; boundary=XX", body);
    }
    HttpResponse send(
        const std::string& method, const std::string& path, const std::string& type, const std::string& body
    ) {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.headers = {
            {"Content-Type", type}, {"Cookie", std::string(PageServer::kCookie) + "=" + cookie}};
        request.body = body;
        request.peer = "127.0.0.1";
        auto response = pages.answer(request);
        remember(response);
        return response;
    }
    void remember(const HttpResponse& response) {
        const auto set = header_of(response, "Set-Cookie");
        if (!set.empty()) cookie = set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1);
        constexpr std::string_view kBefore = "name=\"csrf\" value=\"";
        const auto at = response.body.find(kBefore);
        if (at == std::string::npos) return;
        const auto start = at + kBefore.size();
        token = response.body.substr(start, response.body.find('"', start) - start);
    }

    int tokens = 0;
    int checks = 0;
    std::string cookie;
    std::string token;
    PageServer pages{
        {server, clock, [this] { return "token" + std::to_string(++tokens); },
         [this](std::string_view password) {
             ++checks;
             return password == "right";
         }}};
};

// ---- log-in

TEST_F(PageServerTest, EveryPageNeedsALogIn) {
    for (const auto* path :
         {"/WebLM/home", "/WebLM/install", "/WebLM/products", "/WebLM/product", "/WebLM/uninstall"}) {
        const auto answer = get(path);
        EXPECT_EQ(answer.status, 303U) << path;
        EXPECT_EQ(header_of(answer, "Location"), "/WebLM/") << path;
    }
    get("/WebLM/");
    for (const auto* path : {"/WebLM/install", "/WebLM/uninstall", "/WebLM/logout"}) {
        EXPECT_EQ(header_of(post(path, "confirm=yes"), "Location"), "/WebLM/") << path;
    }
    EXPECT_TRUE(server.installed().has_value());
}

TEST_F(PageServerTest, LogsInWithANewCookie) {
    get("/WebLM/");
    const auto before = cookie;
    const auto answer = post("/WebLM/login", "user=admin&password=right");
    EXPECT_EQ(header_of(answer, "Location"), "/WebLM/home");
    EXPECT_NE(cookie, before);
    EXPECT_EQ(
        header_of(answer, "Set-Cookie"),
        "__Host-weblm-session=" + cookie + "; Path=/; Secure; HttpOnly; SameSite=Strict"
    );
    EXPECT_EQ(get("/WebLM/home").status, 200U);
    cookie = before;
    EXPECT_EQ(get("/WebLM/home").status, 303U) << "the cookie from before the log-in is worth nothing";
}

TEST_F(PageServerTest, RefusesAWrongPasswordAndAWrongUser) {
    EXPECT_EQ(log_in("wrong").status, 403U);
    EXPECT_EQ(log_in("right", "root").status, 403U);
    EXPECT_EQ(get("/WebLM/home").status, 303U);
    EXPECT_EQ(pages.failed_log_ins(), 2U);
}

TEST_F(PageServerTest, FiveWrongPasswordsLockTheLogIn) {
    for (int n = 0; n < 5; ++n) EXPECT_EQ(log_in("wrong").status, 403U);
    const auto locked = log_in("right");
    EXPECT_EQ(locked.status, 429U);
    EXPECT_THAT(locked.body, HasSubstr("locked for another 15 minutes"));
    EXPECT_EQ(checks, 5) << "no password is looked at meanwhile";
    clock.advance(15min - 1s);
    EXPECT_EQ(log_in("right").status, 429U);
    clock.advance(1s);
    EXPECT_EQ(log_in("right").status, 303U);
}

TEST_F(PageServerTest, ARightPasswordForgivesWrongOnes) {
    for (int n = 0; n < 4; ++n) log_in("wrong");
    EXPECT_EQ(log_in("right").status, 303U);
    post("/WebLM/logout", "");
    EXPECT_EQ(log_in("wrong").status, 403U);
    EXPECT_EQ(log_in("right").status, 303U);
}

TEST_F(PageServerTest, LogsOut) {
    log_in();
    const auto old = cookie;
    EXPECT_THAT(header_of(post("/WebLM/logout", ""), "Set-Cookie"), HasSubstr("Max-Age=0"));
    cookie = old;
    EXPECT_EQ(get("/WebLM/home").status, 303U);
}

TEST_F(PageServerTest, ASessionEndsWhenNothingHappens) {
    log_in();
    clock.advance(14min);
    EXPECT_EQ(get("/WebLM/home").status, 200U);
    clock.advance(15min);
    EXPECT_EQ(get("/WebLM/home").status, 303U);
}

TEST_F(PageServerTest, ASessionEndsAfterADayOfWork) {
    log_in();
    for (int n = 0; n < 47; ++n) {
        clock.advance(10min);
        ASSERT_EQ(get("/WebLM/home").status, 200U) << n;
    }
    clock.advance(10min);
    EXPECT_EQ(get("/WebLM/home").status, 303U);
}

// ---- forms of others

TEST_F(PageServerTest, FormsNeedTheTokenOfTheirSession) {
    log_in();
    for (const auto* wrong : {"", "token", "token999"}) {
        token = wrong;
        EXPECT_EQ(post("/WebLM/uninstall", "confirm=yes").status, 403U) << wrong;
        EXPECT_EQ(upload(write_licence(example_licence())).status, 403U) << wrong;
        EXPECT_EQ(post("/WebLM/logout", "").status, 403U) << wrong;
    }
    EXPECT_TRUE(server.installed().has_value());
    EXPECT_EQ(get("/WebLM/home").status, 200U);
}

TEST_F(PageServerTest, TheLogInFormNeedsItsTokenToo) {
    get("/WebLM/");
    token = "other";
    EXPECT_EQ(post("/WebLM/login", "user=admin&password=right").status, 403U);
    EXPECT_EQ(checks, 0);
}

TEST_F(PageServerTest, TheTokenOfAnotherBrowserIsRefused) {
    log_in();
    const auto victim = cookie;
    cookie.clear();
    get("/WebLM/");  // another browser; `token` is its own now
    cookie = victim;
    EXPECT_EQ(post("/WebLM/uninstall", "confirm=yes").status, 403U);
}

TEST_F(PageServerTest, EveryAnswerHasTheHeadersThatKeepOthersOut) {
    log_in();
    for (const auto* path : {"/WebLM/home", "/WebLM/style.css", "/WebLM/icon.svg", "/WebLM/nothing", "/"}) {
        const auto answer = get(path);
        EXPECT_THAT(header_of(answer, "Content-Security-Policy"), HasSubstr("default-src 'self'")) << path;
        EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff") << path;
        EXPECT_EQ(header_of(answer, "X-Frame-Options"), "DENY") << path;
    }
}

TEST_F(PageServerTest, PagesKeepToTheirOwnPolicy) {
    log_in();
    for (const auto* path :
         {"/WebLM/home", "/WebLM/install", "/WebLM/products", "/WebLM/product", "/WebLM/uninstall"}) {
        const auto body = get(path).body;
        EXPECT_THAT(body, Not(HasSubstr("<script"))) << path;
        EXPECT_THAT(body, Not(HasSubstr(" style="))) << path;
        EXPECT_THAT(body, Not(HasSubstr("://"))) << path;
    }
}

TEST_F(PageServerTest, UnknownPagesAndMethods) {
    EXPECT_EQ(get("/WebLM/nothing").status, 404U);
    EXPECT_EQ(send("PUT", "/WebLM/home", "", "").status, 405U);
    log_in();
    EXPECT_EQ(post("/WebLM/home", "").status, 404U);
}

// ---- what the pages show and do

TEST_F(PageServerTest, ShowsTheProduct) {
    log_in();
    const auto body = get("/WebLM/products").body;
    for (const auto* text : {"CTI_Engine", "AES CTI Engine", "4.5", "10042", "SLF", "08-00-27-08-BC-E4"})
        EXPECT_THAT(body, HasSubstr("<dd>" + std::string(text) + "</dd>"));
}

TEST_F(PageServerTest, ShowsWhoHoldsLicences) {
    acquire(12, "<b>engine</b>");
    log_in();
    const auto body = get("/WebLM/products").body;
    EXPECT_THAT(body, HasSubstr("<td>&lt;b&gt;engine&lt;/b&gt;</td>"));
    EXPECT_THAT(body, HasSubstr("<code>VALUE_AESO_OPEN_USERS: 12</code>"));
}

TEST_F(PageServerTest, InstallsALicence) {
    server.uninstall();
    log_in();
    const auto answer = upload(write_licence(example_licence()));
    EXPECT_EQ(header_of(answer, "Location"), "/WebLM/product");
    ASSERT_TRUE(server.installed().has_value());
    EXPECT_EQ(server.installed()->licence, example_licence());
    EXPECT_THAT(get("/WebLM/product").body, HasSubstr("The licence of AES CTI Engine was installed."));
    EXPECT_THAT(get("/WebLM/product").body, Not(HasSubstr("was installed.</p>"))) << "it is said once";
}

TEST_F(PageServerTest, RefusesALicenceWithADocumentType) {
    log_in();
    auto text = write_licence(example_licence());
    text.insert(text.find("<WebLMLicence"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
    const auto answer = upload(text);
    EXPECT_EQ(answer.status, 400U);
    EXPECT_THAT(answer.body, HasSubstr("was not installed: line 1, column"));
    EXPECT_EQ(server.installed()->licence, unused_licence());
}

TEST_F(PageServerTest, WarnsOfALicenceForAnotherHost) {
    log_in();
    auto licence = example_licence();
    licence.host_ids = {"02-00-00-00-00-09"};
    upload(write_licence(licence));
    EXPECT_THAT(get("/WebLM/product").body, HasSubstr("is not for host 08-00-27-08-BC-E4"));
}

TEST_F(PageServerTest, UninstallingSaysWhoIsConcerned) {
    log_in();
    EXPECT_THAT(get("/WebLM/uninstall").body, HasSubstr("No client holds"));
    acquire(1, "a");
    EXPECT_THAT(get("/WebLM/uninstall").body, HasSubstr("One client holds"));
    acquire(1, "b");
    EXPECT_THAT(get("/WebLM/uninstall").body, HasSubstr("2 clients hold"));
}

TEST_F(PageServerTest, UninstallsWhenItWasConfirmed) {
    log_in();
    EXPECT_THAT(get("/WebLM/uninstall").body, HasSubstr("Yes, remove this licence"));
    EXPECT_EQ(post("/WebLM/uninstall", "").status, 400U);
    EXPECT_TRUE(server.installed().has_value());
    EXPECT_EQ(post("/WebLM/uninstall", "confirm=yes").status, 303U);
    EXPECT_FALSE(server.installed().has_value());
    EXPECT_THAT(get("/WebLM/products").body, HasSubstr("No licence is installed."));
}

TEST(AdminSessionsTest, StrangersDoNotPushAdministratorsOut) {
    testing::ManualClock clock;
    int made = 0;
    AdminSessions sessions(clock, [&] { return std::to_string(++made); });
    const auto admin = sessions.begin(true);
    for (std::size_t n = 0; n < 2 * AdminSessions::kMost; ++n) {
        clock.advance(1s);
        sessions.begin(false);
    }
    EXPECT_NE(sessions.find(admin), nullptr);
}

}  // namespace
}  // namespace ctiengine::weblm_sim
