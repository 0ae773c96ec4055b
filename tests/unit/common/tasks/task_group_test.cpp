#include "common/tasks/task_group.hpp"

#include "tests/fakes/task_runner/task_runner.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Task<void> wait_for_ever() {
    asio::steady_timer never(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
    co_await never.async_wait(asio::use_awaitable);
}

Task<void> ignore_cancellation(std::shared_ptr<asio::steady_timer> until) {
    co_await asio::this_coro::throw_if_cancelled(false);
    for (bool woken = false; !woken;) {
        co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
        co_await until->async_wait(as_result);
        woken = true;
    }
}

Task<void> fail(std::string what) {
    co_await asio::post(asio::use_awaitable);
    throw std::runtime_error(what);
}

Task<void> count_up(std::atomic<int>& counter) {
    ++counter;
    co_return;
}

Task<void> hold(std::shared_ptr<int> owned) {
    co_await wait_for_ever();
    (void)owned;
}

class TaskGroupTest : public ::testing::Test {
  protected:
    ctiengine::testing::TaskRunner runner_;
    std::vector<std::string> failures_;
    TaskGroup group_{runner_.executor(), [this](std::string_view task, const std::string& what) {
                         failures_.push_back(std::string(task) + ": " + what);
                     }};
};

TEST_F(TaskGroupTest, RunsATaskAndForgetsIt) {
    std::atomic<int> counter = 0;
    group_.spawn(runner_.executor(), count_up(counter), "counter");
    EXPECT_TRUE(runner_.run(group_.wait_idle(5s)));
    EXPECT_EQ(counter, 1);
    EXPECT_EQ(group_.size(), 0U);
    EXPECT_THAT(failures_, IsEmpty());
}

TEST_F(TaskGroupTest, DrainCancelsWhatRunsAndReportsNoFailure) {
    for (int count = 0; count < 3; ++count) group_.spawn(runner_.executor(), wait_for_ever(), "waiter");
    runner_.poll();
    EXPECT_EQ(group_.size(), 3U);
    EXPECT_TRUE(runner_.run(group_.drain(5s)));
    EXPECT_EQ(group_.size(), 0U);
    EXPECT_THAT(failures_, IsEmpty());
}

TEST_F(TaskGroupTest, WaitIdleCancelsNothingAndSaysWhenSomeAreLeft) {
    group_.spawn(runner_.executor(), wait_for_ever(), "waiter");
    EXPECT_FALSE(runner_.run(group_.wait_idle(1ms)));
    EXPECT_EQ(group_.size(), 1U);
    EXPECT_TRUE(runner_.run(group_.drain(5s)));
}

TEST_F(TaskGroupTest, DrainSaysWhoeverDoesNotStop) {
    auto until = std::make_shared<asio::steady_timer>(runner_.executor(), 1h);
    group_.spawn(runner_.executor(), ignore_cancellation(until), "deaf");
    runner_.poll();
    EXPECT_FALSE(runner_.run(group_.drain(1ms)));
    until->cancel();
    EXPECT_TRUE(runner_.run(group_.drain(5s)));
}

TEST_F(TaskGroupTest, ReportsATaskThatThrows) {
    group_.spawn(runner_.executor(), fail("no such thing"), "reader");
    EXPECT_TRUE(runner_.run(group_.wait_idle(5s)));
    EXPECT_THAT(failures_, ElementsAre("reader: no such thing"));
}

TEST_F(TaskGroupTest, DestroysATaskThatComesAfterDrain) {
    EXPECT_TRUE(runner_.run(group_.drain(1s)));
    auto owned = std::make_shared<int>(1);
    group_.spawn(runner_.executor(), hold(owned), "late");
    runner_.poll();
    EXPECT_EQ(group_.size(), 0U);
    EXPECT_EQ(owned.use_count(), 1);
}

TEST_F(TaskGroupTest, DestructionCancelsWhatRuns) {
    auto owned = std::make_shared<int>(1);
    {
        TaskGroup brief(runner_.executor(), nullptr);
        brief.spawn(runner_.executor(), hold(owned), "holder");
        runner_.poll();
        EXPECT_EQ(owned.use_count(), 2);
    }
    runner_.poll();
    EXPECT_EQ(owned.use_count(), 1);
}

/// Tasks that end by themselves while they are being cancelled, on several threads: what the sanitizers
/// watch.
TEST(TaskGroupThreads, EndsAndCancellationsCross) {
    asio::thread_pool threads(4);
    std::atomic<int> counter = 0;
    for (int round = 0; round < 50; ++round) {
        TaskGroup group(threads.get_executor(), nullptr);
        for (int count = 0; count < 40; ++count) {
            auto strand = asio::make_strand(threads);
            group.spawn(strand, count % 2 == 0 ? count_up(counter) : wait_for_ever(), "either");
        }
        auto drained = asio::co_spawn(threads, group.drain(10s), asio::use_future);
        EXPECT_TRUE(drained.get());
        EXPECT_EQ(group.size(), 0U);
    }
    threads.join();
}

}  // namespace
}  // namespace ctiengine
