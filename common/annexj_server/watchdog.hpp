#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <utility>

namespace ctiengine::annexj_server {

/// Calls a function when something took too long. Belongs to one strand; `late` must hold what it uses only
/// weakly, because it may wait behind the destruction of its owner.
class Watchdog {
  public:
    explicit Watchdog(const boost::asio::any_io_executor& strand) : timer_(strand) {}

    void start(std::chrono::milliseconds limit, std::function<void()> late) {
        running_ = true;
        timer_.expires_after(limit);
        timer_.async_wait([late = std::move(late)](boost::system::error_code cancelled) {
            if (!cancelled) late();
        });
    }
    void stop() {
        running_ = false;
        timer_.cancel();
    }
    bool running() const { return running_; }

    /// False when it was stopped while its expiry was already on its way.
    bool due() const { return running_ && timer_.expiry() <= std::chrono::steady_clock::now(); }

  private:
    boost::asio::steady_timer timer_;
    bool running_ = false;
};

}  // namespace ctiengine::annexj_server
