#include "gateway/session/outbox.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

Task<void> read_all(Outbox& outbox, std::vector<std::string>& read) {
    for (;;) {
        auto frame = co_await outbox.pop();
        if (!frame) break;
        read.push_back(*frame->payload);
    }
    read.push_back("end");
}

class OutboxTest : public ::testing::Test {
  protected:
    boost::asio::io_context io;
    Outbox outbox{io.get_executor(), 2, 1000};
    std::vector<std::string> read;
};

TEST_F(OutboxTest, KeepsTheOrderAndEndsWhenClosedAndEmpty) {
    boost::asio::co_spawn(io, read_all(outbox, read), boost::asio::detached);
    io.poll();
    EXPECT_TRUE(outbox.push({"a", false}));
    io.poll();
    EXPECT_TRUE(outbox.push({"b", false}));
    EXPECT_TRUE(outbox.push({"c", false}));
    outbox.close();
    io.poll();
    EXPECT_EQ(read, (std::vector<std::string>{"a", "b", "c", "end"}));
}

TEST_F(OutboxTest, RefusesWhatIsOverItsBound) {
    EXPECT_TRUE(outbox.push({"a", false}));
    EXPECT_TRUE(outbox.push({"b", false}));
    EXPECT_FALSE(outbox.push({"c", false}));
    EXPECT_EQ(outbox.size(), 2U);
}

TEST_F(OutboxTest, RefusesMoreBytesThanMayWait) {
    EXPECT_TRUE(outbox.push({std::string(900, 'x'), false}));
    EXPECT_FALSE(outbox.push({std::string(101, 'x'), false}));
    EXPECT_TRUE(outbox.push({std::string(100, 'x'), false}));
}

TEST_F(OutboxTest, TakesOneMessageHoweverLong) {
    EXPECT_TRUE(outbox.push({std::string(5000, 'x'), false}));
    EXPECT_FALSE(outbox.push({"x", false}));
}

TEST_F(OutboxTest, TakesNothingAfterItWasClosed) {
    outbox.close();
    EXPECT_FALSE(outbox.push({"a", false}));
}

}  // namespace
}  // namespace ctiengine::gateway
