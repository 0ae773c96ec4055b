#include "common/tasks/shutdown_signal.hpp"

#include "tests/fakes/task_runner/task_runner.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace ctiengine {
namespace {

TEST(ShutdownSignal, WaitsForSigterm) {
    ctiengine::testing::TaskRunner runner;
    ShutdownSignal stop(runner.executor());
    auto why = runner.start(stop.wait());
    runner.poll();
    std::raise(SIGTERM);
    runner.run_until([&why] { return why.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
    EXPECT_EQ(why.get(), "SIGTERM");
}

TEST(ShutdownSignal, ARequestWakesAllWhoWaitAndThoseWhoComeLater) {
    ctiengine::testing::TaskRunner runner;
    ShutdownSignal stop(runner.executor());
    auto first = runner.start(stop.wait());
    auto second = runner.start(stop.wait());
    runner.poll();
    stop.request("licence lost");
    stop.request("another reason");
    EXPECT_EQ(runner.run(stop.wait()), "licence lost");
    runner.run_until([&] { return second.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
    EXPECT_EQ(first.get(), "licence lost");
    EXPECT_EQ(second.get(), "licence lost");
}

TEST(ShutdownSignalDeathTest, ASecondSignalEndsTheProcessAtOnce) {
    EXPECT_EXIT(
        {
            ctiengine::testing::TaskRunner runner;
            ShutdownSignal stop(runner.executor());
            std::raise(SIGINT);
            (void)runner.run(stop.wait());
            std::raise(SIGINT);
            runner.run_until([] { return false; });
        },
        ::testing::ExitedWithCode(128 + SIGINT), ""
    );
}

}  // namespace
}  // namespace ctiengine
