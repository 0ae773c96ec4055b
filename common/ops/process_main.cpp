#include "common/ops/process_main.hpp"

#include "common/logging/log.hpp"

#include <boost/asio/co_spawn.hpp>

#include <csignal>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ctiengine::ops {
namespace asio = boost::asio;

namespace {

/// The first failure of any thread; it ends the loop.
class FirstFailure {
  public:
    explicit FirstFailure(asio::io_context& loop) : loop_(loop) {}

    void store(std::exception_ptr failure) {
        if (!failure) return;
        const std::lock_guard hold(mutex_);
        if (!failure_) failure_ = std::move(failure);
        loop_.stop();
    }
    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    asio::io_context& loop_;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

/// `stop` dies with this coroutine: its signal handlers would keep the loop running.
Task<void> drive(Application& application, std::unique_ptr<ShutdownSignal> stop) {
    co_await application.run(*stop);
}

void run_loop(asio::io_context& loop, FirstFailure& failure) {
    try {
        loop.run();
    } catch (...) {
        failure.store(std::current_exception());
    }
}

void run_application(const ProcessSettings& settings, const MakeApplication& make) {
    asio::io_context loop(static_cast<int>(settings.threads));
    FirstFailure failure(loop);
    auto stop = std::make_unique<ShutdownSignal>(loop.get_executor());
    const auto application = make(loop);
    asio::co_spawn(loop, drive(*application, std::move(stop)), [&failure](std::exception_ptr thrown) {
        failure.store(std::move(thrown));
    });
    std::vector<std::jthread> others;
    for (unsigned count = 1; count < settings.threads; ++count) {
        others.emplace_back([&loop, &failure] { run_loop(loop, failure); });
    }
    run_loop(loop, failure);
    others.clear();  // joins
    failure.rethrow();
}

}  // namespace

int run_process(const ProcessSettings& settings, const MakeApplication& make) {
    std::signal(SIGPIPE, SIG_IGN);  // a peer that is gone is an error code, not the end of the process
    try {
        run_application(settings, make);
        logging::info("stopped");
        return kStopped;
    } catch (const StartError& error) {
        logging::error("{} cannot start: {}", settings.component, error.what());
        return error.status();
    } catch (const std::exception& error) {
        logging::error("{} failed: {}", settings.component, error.what());
        return kFailed;
    }
}

}  // namespace ctiengine::ops
