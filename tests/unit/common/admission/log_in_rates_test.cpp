#include "common/admission/log_in_rates.hpp"

#include <gtest/gtest.h>

namespace ctiengine::admission {
namespace {

using namespace std::chrono_literals;
constexpr TokenBucket::TimePoint kStart{1h};

TEST(LogInRates, CountUsersAndAddressesApart) {
    LogInRates rates(2, 3);
    EXPECT_TRUE(rates.user_may("ann", kStart));
    EXPECT_TRUE(rates.user_may("ann", kStart));
    EXPECT_FALSE(rates.user_may("ann", kStart));
    EXPECT_TRUE(rates.user_may("ben", kStart)) << "another user";
    for (int times = 0; times < 3; ++times) EXPECT_TRUE(rates.source_may("ann", kStart)) << "an address";
    EXPECT_FALSE(rates.source_may("ann", kStart));
}

TEST(LogInRates, AreForAMinute) {
    LogInRates rates(6, 1);
    for (int times = 0; times < 6; ++times) ASSERT_TRUE(rates.user_may("ann", kStart));
    EXPECT_FALSE(rates.user_may("ann", kStart + 9s));
    EXPECT_TRUE(rates.user_may("ann", kStart + 10s));
}

TEST(NamedBuckets, ForgetTheOneThatWasUsedLongestAgo) {
    NamedBuckets buckets(1, 3);
    for (const char* name : {"a", "b", "c"}) EXPECT_TRUE(buckets.take(name, kStart));
    EXPECT_FALSE(buckets.take("a", kStart)) << "used again: b is the oldest now";
    EXPECT_TRUE(buckets.take("d", kStart));
    EXPECT_EQ(buckets.size(), 3U);
    EXPECT_FALSE(buckets.take("a", kStart));
    EXPECT_TRUE(buckets.take("b", kStart)) << "forgotten, so it begins anew";
}

TEST(NamedBuckets, KeepNoNameThatHasNothingToTell) {
    NamedBuckets buckets(60, 1000);
    for (int name = 0; name < 500; ++name) buckets.take(std::to_string(name), kStart);
    EXPECT_EQ(buckets.size(), 500U);
    buckets.take("late", kStart + 1min);
    EXPECT_EQ(buckets.size(), 1U);
}

}  // namespace
}  // namespace ctiengine::admission
