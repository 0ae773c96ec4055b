#include "common/grpc_security/seldom.hpp"

#include <gtest/gtest.h>

namespace ctiengine::grpc_security {
namespace {

using namespace std::chrono_literals;

TEST(Seldom, SpeaksOncePerGapAndCountsTheRest) {
    Seldom seldom(1s);
    Seldom::TimePoint start{};
    EXPECT_EQ(seldom.ask("a", start), 0U);
    EXPECT_EQ(seldom.ask("a", start), std::nullopt);
    EXPECT_EQ(seldom.ask("a", start + 999ms), std::nullopt);
    EXPECT_EQ(seldom.ask("a", start + 1s), 2U);
    EXPECT_EQ(seldom.ask("a", start + 1s), std::nullopt);
    EXPECT_EQ(seldom.ask("a", start + 3s), 1U);
    EXPECT_EQ(seldom.ask("a", start + 5s), 0U);
}

TEST(Seldom, SpeaksOfEachSubject) {
    Seldom seldom(1s);
    Seldom::TimePoint start{};
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(seldom.ask(std::to_string(i), start), 0U);
    EXPECT_EQ(seldom.ask("999", start), std::nullopt);
}

TEST(Seldom, SaysHowManyMore) {
    EXPECT_EQ(and_more(0), "");
    EXPECT_EQ(and_more(12), " (and 12 more of the kind)");
}

}  // namespace
}  // namespace ctiengine::grpc_security
