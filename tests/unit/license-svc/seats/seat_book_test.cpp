#include "license-svc/seats/seat_book.hpp"

#include "tests/fakes/license_host/memory_store.hpp"

#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

using namespace std::chrono_literals;

const HolderId kOne{"gateway-1", "a"};
const HolderId kOneAgain{"gateway-1", "b"};
const HolderId kTwo{"gateway-2", "c"};

class Seats : public ::testing::Test {
  protected:
    Seats() { begin(); }

    void begin() {
        book_.emplace(SeatSettings{}, store_, now_);
        book_->set_limit(3);
    }
    Grant take(const HolderId& holder, const std::string& key) {
        return book_->acquire(holder, key, ++op_, now_, 0);
    }
    void give(const HolderId& holder, const std::string& key, std::chrono::seconds linger = 0s) {
        book_->release(holder, key, ++op_, linger, now_);
    }
    void pass(std::chrono::seconds time) {
        now_ += time;
        book_->tick(now_);
    }

    TimePoint now_{1000s};
    MemoryStore store_;
    std::optional<SeatBook> book_;
    std::uint64_t op_ = 0;
};

TEST_F(Seats, AreGivenUpToTheLimit) {
    book_->hello(kOne, now_);
    for (const char* user : {"ann", "ben", "cas"}) EXPECT_EQ(take(kOne, user), Grant::Granted);
    EXPECT_EQ(take(kOne, "dan"), Grant::LimitReached);
    give(kOne, "ann");
    EXPECT_EQ(take(kOne, "dan"), Grant::Granted);
    EXPECT_EQ(book_->most_in_use(), 3U);
}

TEST_F(Seats, OfTheSameUserCountOnce) {
    book_->hello(kOne, now_);
    EXPECT_EQ(take(kOne, "ann"), Grant::Granted);
    EXPECT_EQ(take(kOne, "ann"), Grant::Granted);
    EXPECT_EQ(book_->in_use(), 1U);
}

TEST_F(Seats, AreNotSharedByTwoGateways) {
    book_->hello(kOne, now_);
    book_->hello(kTwo, now_);
    take(kOne, "ann");
    EXPECT_EQ(take(kTwo, "ann"), Grant::InUseElsewhere);
    EXPECT_EQ(book_->view()[0].seat.holder, kOne);
}

TEST_F(Seats, OfAGatewayThatCannotBeHeardGoWithTheirUsersToAnother) {
    book_->hello(kOne, now_);
    book_->hello(kTwo, now_);
    take(kOne, "ann");
    take(kOne, "ben");
    book_->lost(kOne);
    EXPECT_EQ(book_->in_use(), 2U) << "it may come back within its lease";
    EXPECT_EQ(take(kTwo, "ann"), Grant::Granted);
    EXPECT_EQ(book_->in_use(), 2U);
    book_->hello(kOne, now_);
    book_->resync(kOne, {"ann", "ben"}, now_);
    EXPECT_EQ(book_->in_use(), 2U) << "ann is one user";
    give(kOne, "ann");
    EXPECT_EQ(book_->in_use(), 2U) << "she works on the other gateway";
    EXPECT_EQ(take(kTwo, "ben"), Grant::InUseElsewhere) << "it is heard again";
}

TEST_F(Seats, ThatLingerAreFoundAgainByTheirUserOnAnyGateway) {
    book_->hello(kOne, now_);
    book_->hello(kTwo, now_);
    take(kOne, "ann");
    give(kOne, "ann", 15s);
    EXPECT_EQ(book_->in_use(), 1U);
    EXPECT_EQ(take(kTwo, "ann"), Grant::Granted);
    pass(16s);
    EXPECT_EQ(book_->in_use(), 1U) << "the linger ended with the new grant";
}

TEST_F(Seats, LingerNoLongerThanTheyMay) {
    book_->hello(kOne, now_);
    take(kOne, "ann");
    give(kOne, "ann", 3600s);
    for (int second = 0; second < 59; second += 5) {
        book_->keep_alive(kOne, now_);
        pass(5s);
    }
    EXPECT_EQ(book_->in_use(), 0U);
}

TEST_F(Seats, OfADeadGatewayAreFreeAfterItsLease) {
    book_->hello(kOne, now_);
    take(kOne, "ann");
    pass(29s);
    EXPECT_EQ(book_->in_use(), 1U);
    pass(1s);
    EXPECT_EQ(book_->in_use(), 0U);
    EXPECT_TRUE(store_.seats.empty());
}

TEST_F(Seats, StayWithAGatewayThatIsHeardOf) {
    book_->hello(kOne, now_);
    take(kOne, "ann");
    for (int times = 0; times < 10; ++times) {
        pass(10s);
        book_->keep_alive(kOne, now_);
    }
    EXPECT_EQ(book_->in_use(), 1U);
}

TEST_F(Seats, OfAGatewayThatStartedAgainAreFreeAtOnce) {
    book_->hello(kOne, now_);
    take(kOne, "ann");
    book_->hello(kOneAgain, now_);
    EXPECT_EQ(book_->in_use(), 0U);
    EXPECT_EQ(take(kOne, "ben"), Grant::UnknownHolder) << "the old incarnation is nobody";
}

TEST_F(Seats, AreFreeWhenTheirGatewayEndsInOrder) {
    book_->hello(kOne, now_);
    take(kOne, "ann");
    give(kOne, "ann", 15s);
    take(kOne, "ben");
    book_->goodbye(kOne);
    EXPECT_EQ(book_->in_use(), 0U);
}

TEST_F(Seats, AreWrittenDownBeforeTheyAreGranted) {
    book_->hello(kOne, now_);
    store_.full = true;
    EXPECT_EQ(take(kOne, "ann"), Grant::NotStored);
    EXPECT_EQ(book_->in_use(), 0U);
}

TEST_F(Seats, OfAProcessBeforeAreSuspectAndCount) {
    book_->hello(kOne, now_);
    for (const char* user : {"ann", "ben", "cas"}) take(kOne, user);
    begin();
    EXPECT_EQ(book_->in_use(), 3U);
    book_->hello(kTwo, now_);
    EXPECT_EQ(take(kTwo, "dan"), Grant::LimitReached);
    book_->hello(kOne, now_);
    book_->resync(kOne, {"ann", "cas"}, now_);
    EXPECT_EQ(book_->in_use(), 2U) << "ben logged out meanwhile";
    EXPECT_EQ(take(kTwo, "dan"), Grant::Granted);
}

TEST_F(Seats, NobodyClaimsAreFreeAtTheEndOfTheRecoveryWindow) {
    book_->hello(kOne, now_);
    take(kOne, "ann");
    begin();
    pass(44s);
    EXPECT_EQ(book_->in_use(), 1U);
    pass(1s);
    EXPECT_EQ(book_->in_use(), 0U);
}

TEST_F(Seats, ThatAHolderStillHasCountAgainEvenBeyondTheLimit) {
    book_->hello(kOne, now_);
    for (const char* user : {"ann", "ben"}) take(kOne, user);
    pass(30s);  // out of sight
    book_->hello(kTwo, now_);
    for (const char* user : {"cas", "dan"}) ASSERT_EQ(take(kTwo, user), Grant::Granted);
    book_->hello(kOne, now_);
    book_->resync(kOne, {"ann", "ben"}, now_);
    EXPECT_EQ(book_->in_use(), 4U) << "nobody who works is thrown out";
    EXPECT_EQ(take(kTwo, "eve"), Grant::LimitReached);
    give(kTwo, "cas");
    EXPECT_EQ(take(kTwo, "eve"), Grant::LimitReached) << "still at the limit";
    give(kTwo, "dan");
    EXPECT_EQ(take(kTwo, "eve"), Grant::Granted);
}

TEST_F(Seats, AreNotFreedByALateRepetition) {
    book_->hello(kOne, now_);
    ASSERT_EQ(book_->acquire(kOne, "ann", 1, now_, 0), Grant::Granted);
    book_->release(kOne, "ann", 2, 0s, now_);
    ASSERT_EQ(book_->acquire(kOne, "ann", 3, now_, 0), Grant::Granted);
    book_->release(kOne, "ann", 2, 0s, now_);
    EXPECT_EQ(book_->in_use(), 1U);
}

TEST_F(Seats, AreKeptWhenTheLimitFalls) {
    book_->hello(kOne, now_);
    for (const char* user : {"ann", "ben", "cas"}) take(kOne, user);
    book_->set_limit(1);
    EXPECT_EQ(book_->in_use(), 3U);
    EXPECT_EQ(take(kOne, "ann"), Grant::Granted) << "who has a seat keeps it";
    give(kOne, "cas");
    EXPECT_EQ(take(kOne, "dan"), Grant::LimitReached);
}

}  // namespace
}  // namespace ctiengine::license
