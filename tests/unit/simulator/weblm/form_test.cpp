#include "simulator/weblm/http/form.hpp"

#include "simulator/weblm/http/multipart.hpp"

#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

TEST(Form, ReadsFields) {
    const auto form = read_form("a=1&b=x%20y+z&c=%3C%3e&d=&a=2");
    EXPECT_EQ(field(form, "a"), "1") << "the first of a name counts";
    EXPECT_EQ(field(form, "b"), "x y z");
    EXPECT_EQ(field(form, "c"), "<>");
    EXPECT_EQ(field(form, "d"), "");
    EXPECT_EQ(field(form, "e"), "");
}

TEST(Form, LeavesBrokenCodesAsTheyAre) {
    const auto form = read_form("a=%&b=%4&c=%zz&d=50%25&e=%41");
    EXPECT_EQ(field(form, "a"), "%");
    EXPECT_EQ(field(form, "b"), "%4");
    EXPECT_EQ(field(form, "c"), "%zz");
    EXPECT_EQ(field(form, "d"), "50%");
    EXPECT_EQ(field(form, "e"), "A");
}

TEST(Form, ReadsNoMoreThan32Fields) {
    std::string text;
    for (int n = 0; n < 100; ++n) text += "f" + std::to_string(n) + "=1&";
    EXPECT_EQ(read_form(text).size(), 32U);
}

constexpr auto kType = "multipart/form-data; boundary=XX";

TEST(Multipart, ReadsFieldsAndFiles) {
    const auto parts = read_multipart(
        kType,
        "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nt1\r\n"
        "--XX\r\nContent-Disposition: form-data; name=\"licence\"; filename=\"a.xml\"\r\nContent-Type: "
        "text/xml\r\n"
        "\r\n<a>\r\n--X\r\n</a>\r\n--XX--\r\n"
    );
    ASSERT_TRUE(parts.has_value()) << parts.error().detail;
    EXPECT_EQ(field(*parts, "csrf"), "t1");
    EXPECT_EQ(field(*parts, "licence"), "<a>\r\n--X\r\n</a>");
}

TEST(Multipart, RefusesWhatIsNone) {
    const std::string good = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XX--";
    ASSERT_TRUE(read_multipart(kType, good).has_value());
    EXPECT_FALSE(read_multipart("text/plain", good).has_value());
    EXPECT_FALSE(read_multipart("multipart/form-data", good).has_value());
    EXPECT_FALSE(read_multipart("multipart/form-data; boundary=" + std::string(71, 'X'), good).has_value());
    EXPECT_FALSE(read_multipart(kType, "").has_value());
    EXPECT_FALSE(read_multipart(kType, "--YY" + good).has_value());
    for (std::size_t size = 0; size < good.size() - 2; ++size)
        EXPECT_FALSE(read_multipart(kType, good.substr(0, size)).has_value()) << size;
}

TEST(Multipart, RefusesTooManyParts) {
    std::string body = "--XX";
    for (int n = 0; n < 17; ++n)
        body += "\r\nContent-Disposition: form-data; name=\"" + std::to_string(n) + "\"\r\n\r\n1\r\n--XX";
    EXPECT_FALSE(read_multipart(kType, body + "--").has_value());
}

}  // namespace
}  // namespace ctiengine::weblm_sim
