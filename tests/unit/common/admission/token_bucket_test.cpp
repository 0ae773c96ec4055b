#include "common/admission/token_bucket.hpp"

#include <gtest/gtest.h>

namespace ctiengine::admission {
namespace {

using namespace std::chrono_literals;
constexpr TokenBucket::TimePoint kStart{1h};

unsigned taken(TokenBucket& bucket, TokenBucket::TimePoint now, unsigned wanted) {
    unsigned count = 0;
    for (; wanted > 0; --wanted) count += bucket.take(now) ? 1 : 0;
    return count;
}

TEST(TokenBucket, GivesItsBurstAndThenItsRate) {
    TokenBucket bucket(2, 5, kStart);
    EXPECT_EQ(taken(bucket, kStart, 10), 5U);
    EXPECT_EQ(taken(bucket, kStart + 499ms, 10), 0U);
    EXPECT_EQ(taken(bucket, kStart + 1s, 10), 2U);
}

TEST(TokenBucket, SavesNoMoreThanItsBurst) {
    TokenBucket bucket(2, 5, kStart);
    EXPECT_EQ(taken(bucket, kStart + 24h, 10), 5U);
}

TEST(TokenBucket, TakesNothingForWhatItRefused) {
    TokenBucket bucket(1, 1, kStart);
    EXPECT_EQ(taken(bucket, kStart, 1000), 1U);
    EXPECT_EQ(taken(bucket, kStart + 1s, 1), 1U) << "the refused ones are no debt";
}

TEST(TokenBucket, OutlivesAClockThatIsBehind) {
    TokenBucket bucket(1, 2, kStart);
    EXPECT_EQ(taken(bucket, kStart, 2), 2U);
    EXPECT_EQ(taken(bucket, kStart - 1h, 5), 0U);
    EXPECT_EQ(taken(bucket, kStart, 5), 0U) << "going back and forth earns nothing";
}

TEST(TokenBucket, IsFullAgainAfterItsTime) {
    TokenBucket bucket(1, 3, kStart);
    EXPECT_TRUE(bucket.full(kStart));
    taken(bucket, kStart, 3);
    EXPECT_FALSE(bucket.full(kStart + 2s));
    EXPECT_TRUE(bucket.full(kStart + 3s));
}

}  // namespace
}  // namespace ctiengine::admission
