#include "common/blocking_pool/blocking_pool.hpp"

#include "common/tasks/deadline.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

namespace ctiengine {
namespace {

using namespace std::chrono_literals;

TEST(BlockingPool, WorksOnAThreadOfItsOwnAndAnswersOnTheCallers) {
    testing::TaskRunner runner;
    BlockingPool pool("test", {1, 4});
    std::thread::id worked_on;
    std::thread::id answered_on;
    auto task = [&]() -> Task<Result<int>> {
        std::function<Result<int>()> work = [&]() -> Result<int> {
            worked_on = std::this_thread::get_id();
            return 42;
        };
        auto answer = co_await pool.run(std::move(work));
        answered_on = std::this_thread::get_id();
        co_return answer;
    };
    EXPECT_EQ(runner.run(task()).value(), 42);
    EXPECT_NE(worked_on, std::this_thread::get_id());
    EXPECT_EQ(answered_on, std::this_thread::get_id());
}

TEST(BlockingPool, RefusesAtOnceWhenItIsFull) {
    std::latch go(1);
    testing::TaskRunner runner;
    BlockingPool pool("log-ins", {1, 2});
    std::function<Result<int>()> slow = [&]() -> Result<int> {
        go.wait();
        return 1;
    };
    auto first = runner.start(pool.run(slow));
    auto second = runner.start(pool.run(slow));
    runner.poll();
    auto third = runner.run(pool.run(slow));
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, Errc::TooLarge);
    go.count_down();
    runner.run_until([&] { return second.wait_for(0s) == std::future_status::ready; });
    EXPECT_TRUE(first.get());
    EXPECT_TRUE(second.get());
    EXPECT_EQ(pool.jobs(), 0U);
}

TEST(BlockingPool, AnswersACancelledCallerWhileTheJobStillHangs) {
    std::latch go(1);
    testing::TaskRunner runner;
    BlockingPool pool("log-ins", {1, 2});
    std::function<Result<int>()> slow = [&]() -> Result<int> {
        go.wait();
        return 1;
    };
    auto late = runner.run(within(1ms, pool.run(slow)));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Errc::DeadlineExceeded);
    EXPECT_EQ(pool.jobs(), 1U) << "it still takes its place";
    go.count_down();
}

TEST(BlockingPool, TurnsAnExceptionIntoAnError) {
    testing::TaskRunner runner;
    BlockingPool pool("log-ins", {1, 2});
    std::function<Result<int>()> broken = []() -> Result<int> { throw std::runtime_error("defect"); };
    auto answer = runner.run(pool.run(broken));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, Errc::Io);
}

}  // namespace
}  // namespace ctiengine
