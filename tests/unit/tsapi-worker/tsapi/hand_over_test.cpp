#include "tsapi-worker/tsapi/hand_over.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace ctiengine::tsapi {
namespace {

SwitchMessage numbered(std::uint32_t number) {
    return Confirmation{number, csta::Response(csta::Done())};
}

class HandOverTest : public testing::Test {
  protected:
    std::shared_ptr<HandOver> make(std::size_t bound) {
        auto listener = [this](SwitchMessage&& message) {
            taken.push_back(std::get<Confirmation>(message).invoke_id);
            if (taken.size() == close_after) over->close();
        };
        over = std::make_shared<HandOver>(io.get_executor(), listener, bound);
        return over;
    }

    boost::asio::io_context io;
    std::shared_ptr<HandOver> over;
    std::vector<std::uint32_t> taken;
    std::size_t close_after = 0;
};

TEST_F(HandOverTest, KeepsTheOrder) {
    make(10);
    for (std::uint32_t i = 1; i <= 5; ++i) EXPECT_TRUE(over->push(numbered(i)));
    io.run();
    EXPECT_EQ(taken, (std::vector<std::uint32_t>{1, 2, 3, 4, 5}));
}

TEST_F(HandOverTest, MakesTheSenderWaitAtTheBoundAndLosesNothing) {
    constexpr std::uint32_t kMany = 1000;
    make(3);
    auto work = boost::asio::make_work_guard(io);
    std::thread sender([&] {
        for (std::uint32_t i = 1; i <= kMany; ++i) over->push(numbered(i));
        work.reset();
    });
    io.run();
    sender.join();
    ASSERT_EQ(taken.size(), kMany);
    EXPECT_TRUE(std::is_sorted(taken.begin(), taken.end()));
}

TEST_F(HandOverTest, FreesASenderThatWaitsWhenItIsClosed) {
    make(1);
    ASSERT_TRUE(over->push(numbered(1)));
    std::atomic<bool> accepted = true;
    std::thread sender([&] { accepted = over->push(numbered(2)); });
    over->close();
    sender.join();
    EXPECT_FALSE(accepted);
    io.run();
    EXPECT_TRUE(taken.empty());
}

TEST_F(HandOverTest, DeliversNothingMoreWhenTheListenerItselfClosesIt) {
    make(10);
    close_after = 2;
    for (std::uint32_t i = 1; i <= 5; ++i) over->push(numbered(i));
    io.run();
    EXPECT_EQ(taken.size(), 2u);
}

}  // namespace
}  // namespace ctiengine::tsapi
