#include "simulator/weblm/http/http_message.hpp"

#include "simulator/weblm/http/http_session.hpp"

#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

TEST(HttpRequest, FindsHeadersWithoutCase) {
    HttpRequest request;
    request.headers = {{"content-TYPE", "a"}, {"Content-Type", "b"}};
    EXPECT_EQ(request.header("Content-Type"), "a");
    EXPECT_EQ(request.header("Content"), "");
}

TEST(HttpRequest, FindsCookies) {
    HttpRequest request;
    request.headers = {{"Cookie", "a=1; xb=2; b=3;c=4; d"}};
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("b"), "3");
    EXPECT_EQ(request.cookie("c"), "4");
    EXPECT_EQ(request.cookie("d"), "");
    EXPECT_EQ(HttpRequest().cookie("a"), "");
}

TEST(HttpResponse, GoesOnTheWire) {
    auto response = plain_text(415, "no\n");
    response.headers.emplace_back("Allow", "POST");
    EXPECT_EQ(
        wire_text(response, "POST", true),
        "HTTP/1.1 415 Unsupported Media Type\r\nAllow: POST\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Length: 3\r\nConnection: keep-alive\r\n\r\nno\n"
    );
}

TEST(HttpResponse, HasNoBodyForHead) {
    const auto text = wire_text(plain_text(200, "12345"), "HEAD", false);
    EXPECT_NE(text.find("Content-Length: 5\r\nConnection: close\r\n\r\n"), std::string::npos);
    EXPECT_TRUE(text.ends_with("\r\n\r\n"));
}

}  // namespace
}  // namespace ctiengine::weblm_sim
