#include "common/admission/waiting_room.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace ctiengine::admission {
namespace {

class WaitingRoomTest : public ::testing::Test {
  protected:
    std::unique_ptr<WaitingRoom::Place> enter(const std::string& source) {
        return room_->enter(source, why_);
    }

    std::shared_ptr<WaitingRoom> room_ = std::make_shared<WaitingRoom>(4, 2);
    WaitingRoom::Full why_ = WaitingRoom::Full::InAll;
};

TEST_F(WaitingRoomTest, HasSoManyPlacesForOneAddress) {
    auto first = enter("a");
    auto second = enter("a");
    EXPECT_TRUE(second);
    EXPECT_FALSE(enter("a"));
    EXPECT_EQ(why_, WaitingRoom::Full::OfThisSource);
    EXPECT_TRUE(enter("b"));
    first.reset();
    EXPECT_TRUE(enter("a")) << "a log-in gave a place back";
}

TEST_F(WaitingRoomTest, HasSoManyPlacesInAll) {
    std::vector<std::unique_ptr<WaitingRoom::Place>> places;
    for (const char* source : {"a", "b", "c", "d"}) places.push_back(enter(source));
    EXPECT_FALSE(enter("e"));
    EXPECT_EQ(why_, WaitingRoom::Full::InAll);
    places.pop_back();
    EXPECT_TRUE(enter("e"));
    places.clear();
    EXPECT_EQ(room_->waiting(), 0U);
}

TEST_F(WaitingRoomTest, CountsABalancerInAllOnly) {
    std::vector<std::unique_ptr<WaitingRoom::Place>> places;
    for (int times = 0; times < 4; ++times) places.push_back(enter(""));
    EXPECT_TRUE(places.back());
    EXPECT_FALSE(enter(""));
    EXPECT_EQ(why_, WaitingRoom::Full::InAll);
}

TEST_F(WaitingRoomTest, OutlivesItsOwner) {
    auto place = enter("a");
    room_.reset();
    place.reset();  // the sanitizers look on
}

}  // namespace
}  // namespace ctiengine::admission
