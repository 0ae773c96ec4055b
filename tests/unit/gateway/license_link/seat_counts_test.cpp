#include "gateway/license_link/seat_counts.hpp"

#include <gmock/gmock.h>

namespace ctiengine::gateway {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SeatCounts, TheSameUserTwiceIsOneSeat) {
    SeatCounts counts;
    EXPECT_FALSE(counts.join("ann")) << "nobody has asked license-svc yet";
    counts.granted("ann");
    EXPECT_TRUE(counts.join("ann"));
    EXPECT_THAT(counts.keys(), ElementsAre("ann"));
    EXPECT_FALSE(counts.leave("ann")) << "one session is left";
    EXPECT_TRUE(counts.leave("ann"));
    EXPECT_THAT(counts.keys(), IsEmpty());
    EXPECT_FALSE(counts.leave("ann"));
}

}  // namespace
}  // namespace ctiengine::gateway
