#include "common/websocket/static_files.hpp"

#include "tests/fakes/certificates/certificates.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>

namespace ctiengine::websocket {
namespace {

std::string header_of(const HttpResponse& response, std::string_view name) {
    for (const auto& [each, value] : response.headers) {
        if (each == name) return value;
    }
    return {};
}

class StaticFilesTest : public ::testing::Test {
  protected:
    StaticFilesTest() {
        directory_.write("root/index.html", "<html>home</html>");
        directory_.write("root/app.js", "run()");
        directory_.write("root/a b.css", "body{}");
        directory_.write("root/sub/index.html", "sub");
        directory_.write("root/.hidden", "secret");
        directory_.write("secret.txt", "secret");
        std::filesystem::create_symlink("../secret.txt", directory_.path() / "root/link.txt");
        std::filesystem::create_symlink("app.js", directory_.path() / "root/inside.js");
        std::filesystem::create_directory_symlink("..", directory_.path() / "root/up");
    }

    HttpResponse get(std::string_view target, std::string_view method = "GET", std::string_view tag = {}) {
        const auto responder = serve_files({directory_.path() / "root", "/softphone/"});
        HttpRequest request{method, target};
        if (!tag.empty()) request.headers.emplace_back("if-none-match", tag);
        return (*responder)(request);
    }

    ctiengine::testing::TemporaryDirectory directory_;
};

TEST_F(StaticFilesTest, ServesFilesWithTypeAndGuards) {
    const auto page = get("/softphone/");
    EXPECT_EQ(page.status, 200U);
    EXPECT_EQ(page.body, "<html>home</html>");
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_EQ(header_of(page, "X-Content-Type-Options"), "nosniff");
    EXPECT_TRUE(header_of(page, "Content-Security-Policy").starts_with("default-src 'self'"));
    EXPECT_EQ(header_of(page, "Cache-Control"), "no-cache");
    EXPECT_EQ(get("/softphone/app.js?v=2").content_type, "text/javascript; charset=utf-8");
    EXPECT_EQ(get("/softphone/a%20b.css").body, "body{}");
    EXPECT_EQ(get("/softphone/sub/").body, "sub");
    EXPECT_EQ(get("/softphone/inside.js").body, "run()");
}

TEST_F(StaticFilesTest, Answers304WhenTheBrowserHasIt) {
    const auto tag = header_of(get("/softphone/app.js"), "ETag");
    ASSERT_FALSE(tag.empty());
    const auto again = get("/softphone/app.js", "GET", tag);
    EXPECT_EQ(again.status, 304U);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(get("/softphone/app.js", "GET", "\"other\"").status, 200U);
}

TEST_F(StaticFilesTest, RefusesOtherMethods) {
    const auto refused = get("/softphone/app.js", "POST");
    EXPECT_EQ(refused.status, 405U);
    EXPECT_EQ(header_of(refused, "Allow"), "GET, HEAD");
    EXPECT_EQ(get("/softphone/app.js", "HEAD").status, 200U);
}

TEST_F(StaticFilesTest, ServesNothingOutsideItsRoot) {
    for (const auto* target :
         {"/softphone/../secret.txt",
          "/softphone/%2e%2e/secret.txt",
          "/softphone/..%2fsecret.txt",
          "/softphone/%2e%2e%2fsecret.txt",
          "/softphone/sub/../../secret.txt",
          "/softphone/..\\secret.txt",
          "/softphone/%252e%252e/secret.txt",
          "/softphone/link.txt",
          "/softphone/up/secret.txt",
          "/softphone//etc/passwd",
          "/softphone/%00",
          "/softphone/app.js%00.html",
          "/softphone/.hidden",
          "/softphone/%2ehidden",
          "/softphone/./app.js",
          "/softphone/sub",
          "/softphone/none",
          "/softphone/%zz",
          "/softphone/%2",
          "/other/app.js",
          "/softphone",
          ""}) {
        EXPECT_EQ(get(target).status, 404U) << target;
        EXPECT_EQ(get(target).body, "There is no such page.\n") << target;
    }
}

TEST(StaticFiles, RefusesABadRootOrPrefix) {
    const auto nowhere = serve_files({"/no/such/directory", "/x/"});
    ASSERT_FALSE(nowhere.has_value());
    EXPECT_EQ(nowhere.error().code, Errc::InvalidSettings);
    const ctiengine::testing::TemporaryDirectory directory;
    EXPECT_FALSE(serve_files({directory.path(), "x/"}).has_value());
    EXPECT_FALSE(serve_files({directory.path(), "/x"}).has_value());
}

TEST(Route, ChoosesByPrefixAndAddsAMissingSlash) {
    const auto responder = route({{"/a/", [](const HttpRequest&) { return HttpResponse{.body = "A"}; }}});
    const HttpRequest inside{"GET", "/a/x"};
    const HttpRequest bare{"GET", "/a?x"};
    const HttpRequest other{"GET", "/b"};
    const HttpRequest root{"GET", "/"};
    EXPECT_EQ(responder(inside).body, "A");
    EXPECT_EQ(responder(bare).status, 308U);
    EXPECT_EQ(header_of(responder(bare), "Location"), "/a/");
    EXPECT_EQ(responder(other).status, 404U);
    EXPECT_EQ(responder(root).status, 426U);
}

}  // namespace
}  // namespace ctiengine::websocket
