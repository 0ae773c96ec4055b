#include "common/tasks/deadline.hpp"

#include "tests/fakes/task_runner/task_runner.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <gtest/gtest.h>

#include <future>

namespace ctiengine {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

Task<Result<int>> answer(int value) {
    co_return value;
}

Task<Result<int>> answer_after(std::chrono::milliseconds delay) {
    asio::steady_timer timer(co_await asio::this_coro::executor, delay);
    auto [stopped] = co_await timer.async_wait(as_result);
    if (stopped) {
        Error error{Errc::Cancelled, "stopped"};
        co_return error;
    }
    co_return 1;
}

Task<Result<int>> refuse() {
    Error error{Errc::Refused, "no"};
    co_return error;
}

TEST(Within, GivesTheAnswer) {
    ctiengine::testing::TaskRunner runner;
    const auto result = runner.run(within(1h, answer(42)));
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(*result, 42);
}

TEST(Within, GivesAFailureAtOnce) {
    ctiengine::testing::TaskRunner runner;
    const auto result = runner.run(within(1h, refuse()));
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Errc::Refused);
}

TEST(Within, CancelsTheWorkWhenTheBudgetIsUsedUp) {
    ctiengine::testing::TaskRunner runner;
    const auto result = runner.run(within(1ms, answer_after(1h)));
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Errc::DeadlineExceeded);
    EXPECT_EQ(result.error().detail, "no answer within 1 ms");
}

TEST(Within, SaysCancelledWhenItIsStoppedFromOutside) {
    ctiengine::testing::TaskRunner runner;
    asio::cancellation_signal stop;
    std::optional<Result<int>> result;
    asio::co_spawn(
        runner.executor(), within(1h, answer_after(2h)),
        asio::bind_cancellation_slot(
            stop.slot(), [&result](std::exception_ptr, Result<int> given) { result = std::move(given); }
        )
    );
    runner.poll();
    stop.emit(asio::cancellation_type::terminal);
    runner.run_until([&result] { return result.has_value(); });
    ASSERT_FALSE(result->has_value());
    EXPECT_EQ(result->error().code, Errc::Cancelled);
}

}  // namespace
}  // namespace ctiengine
