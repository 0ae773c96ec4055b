#include "common/ops/process_main.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <gtest/gtest.h>

#include <csignal>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace ctiengine::ops {
namespace {

namespace asio = boost::asio;

/// What happens inside run(), before it waits for the stop.
using Begin = std::function<void(asio::io_context&, ShutdownSignal&)>;

class ScriptedApplication final : public Application {
  public:
    ScriptedApplication(asio::io_context& loop, Begin begin, std::string& why)
        : loop_(loop), begin_(std::move(begin)), why_(why) {}

    Task<void> run(ShutdownSignal& stop) override {
        begin_(loop_, stop);
        why_ = co_await stop.wait();
    }

  private:
    asio::io_context& loop_;
    Begin begin_;
    std::string& why_;
};

class ProcessTest : public ::testing::TestWithParam<unsigned> {
  protected:
    int run(const Begin& begin) {
        const ProcessSettings settings{"tester", GetParam()};
        return run_process(settings, [&](asio::io_context& loop) {
            return std::make_unique<ScriptedApplication>(loop, begin, why_);
        });
    }
    std::string why_;
};

TEST_P(ProcessTest, StopsOnSigterm) {
    EXPECT_EQ(run([](asio::io_context&, ShutdownSignal&) { std::raise(SIGTERM); }), kStopped);
    EXPECT_EQ(why_, "SIGTERM");
}

TEST_P(ProcessTest, StopsOnItsOwnRequest) {
    EXPECT_EQ(run([](asio::io_context&, ShutdownSignal& stop) { stop.request("drained"); }), kStopped);
    EXPECT_EQ(why_, "drained");
}

TEST_P(ProcessTest, GivesTheStatusOfAStartError) {
    const auto port_taken = [](asio::io_context&, ShutdownSignal&) {
        throw StartError(kCannotStart, "port 8090 is taken");
    };
    EXPECT_EQ(run(port_taken), kCannotStart);
}

TEST_P(ProcessTest, FailsOnAnExceptionOfTheApplication) {
    const auto defect = [](asio::io_context&, ShutdownSignal&) { throw std::logic_error("a defect"); };
    EXPECT_EQ(run(defect), kFailed);
}

TEST_P(ProcessTest, FailsOnAnExceptionOfAHandlerEvenWithOthersWaiting) {
    const auto later = [](asio::io_context& loop, ShutdownSignal&) {
        asio::post(loop, [] { throw std::logic_error("a defect"); });
    };
    EXPECT_EQ(run(later), kFailed);
}

INSTANTIATE_TEST_SUITE_P(Threads, ProcessTest, ::testing::Values(1U, 3U));

TEST(Process, GivesTheStatusOfAnErrorWhileTheApplicationIsMade) {
    const ProcessSettings settings{"tester"};
    const MakeApplication refuse = [](asio::io_context&) -> std::unique_ptr<Application> {
        throw StartError(kInvalidSettings, "ctiengineconfig.xml: PORT must be 1 to 65535");
    };
    EXPECT_EQ(run_process(settings, refuse), kInvalidSettings);
}

}  // namespace
}  // namespace ctiengine::ops
