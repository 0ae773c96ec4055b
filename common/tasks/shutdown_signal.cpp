#include "common/tasks/shutdown_signal.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <unistd.h>

#include <csignal>
#include <utility>

namespace ctiengine {
namespace asio = boost::asio;

/// All of it belongs to `home`.
struct ShutdownSignal::State : std::enable_shared_from_this<ShutdownSignal::State> {
    explicit State(const asio::any_io_executor& executor)
        : home(asio::make_strand(executor)), signals(home), requested(home) {
        signals.add(SIGINT);
        signals.add(SIGTERM);
        requested.expires_at(asio::steady_timer::time_point::max());
    }

    asio::strand<asio::any_io_executor> home;
    asio::signal_set signals;
    asio::steady_timer requested;  // never expires: cancelled by the request
    std::string why;

    void listen() {
        signals.async_wait([weak = weak_from_this()](boost::system::error_code failed, int signal) {
            auto self = weak.lock();
            if (failed || !self) return;
            if (!self->why.empty()) _exit(128 + signal);
            self->trigger(signal == SIGINT ? "SIGINT" : "SIGTERM");
            self->listen();
        });
    }

    void trigger(std::string reason) {
        if (!why.empty()) return;
        why = reason.empty() ? "request" : std::move(reason);
        requested.cancel();
    }

    static Task<std::string> wait(std::shared_ptr<State> self) {
        if (self->why.empty()) co_await self->requested.async_wait(as_result);
        co_return self->why;
    }
};

ShutdownSignal::ShutdownSignal(asio::any_io_executor executor) : state_(std::make_shared<State>(executor)) {
    state_->listen();
}

ShutdownSignal::~ShutdownSignal() {
    asio::dispatch(state_->home, [state = state_] { state->signals.cancel(); });
}

Task<std::string> ShutdownSignal::wait() {
    auto waiting = State::wait(state_);
    co_return co_await asio::co_spawn(state_->home, std::move(waiting), asio::use_awaitable);
}

void ShutdownSignal::request(std::string why) {
    asio::dispatch(state_->home, [state = state_, why = std::move(why)]() mutable {
        state->trigger(std::move(why));
    });
}

}  // namespace ctiengine
