#pragma once
#include "common/connection/message_connection.hpp"

#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace ctiengine::testing {

/// A connection whose peer is the test; everything on the test's thread.
class FakeConnection final : public connection::MessageConnection {
  public:
    FakeConnection(boost::asio::any_io_executor executor, const std::string& subprotocol)
        : executor_(executor), changed_(executor, boost::asio::steady_timer::time_point::max()) {
        info_.id = 1;
        info_.subprotocol = subprotocol;
    }

    /// What is known before the first message.
    connection::ConnectionInfo& known() { return info_; }

    // ---- the peer
    void say(Result<connection::Frame> what) {
        incoming_.push_back(std::move(what));
        changed_.cancel();
    }
    std::vector<std::string> heard;
    std::optional<connection::CloseCode> closed;
    std::string close_reason;
    bool logged_in = false;
    bool reads = true;        ///< false = nothing that is sent arrives
    bool gives_signs = true;  ///< of life, when it is asked
    bool cut = false;         ///< by abort()
    unsigned asked_for_signs = 0;

    // ---- the owner
    using MessageConnection::send;
    Task<Result<connection::Frame>> receive() override {
        while (incoming_.empty() && !closed && !cut) co_await changed_.async_wait(as_result);
        Error over{Errc::Closed, "closed"};
        if (incoming_.empty()) co_return over;
        auto next = std::move(incoming_.front());
        incoming_.pop_front();
        co_return next;
    }
    Task<Result<void>> send(std::shared_ptr<const std::string> payload, bool) override {
        while (!reads && !closed && !cut) co_await changed_.async_wait(as_result);
        Error over{Errc::Closed, "closed"};
        if (!reads) co_return over;
        heard.push_back(*payload);
        co_return Result<void>();
    }
    Task<void> close(connection::CloseCode code, std::string reason) override {
        if (!closed) {
            closed = code;
            close_reason = std::move(reason);
        }
        changed_.cancel();
        co_return;
    }
    void abort() override {
        cut = true;
        changed_.cancel();
    }
    Task<bool> alive(std::chrono::milliseconds) override {
        ++asked_for_signs;
        co_return gives_signs && !closed;
    }
    void authenticated() override { logged_in = true; }
    const connection::ConnectionInfo& info() const override { return info_; }
    std::optional<std::uint16_t> close_code_received() const override { return std::nullopt; }
    boost::asio::any_io_executor executor() const override { return executor_; }

  private:
    connection::ConnectionInfo info_;
    boost::asio::any_io_executor executor_;
    boost::asio::steady_timer changed_;
    std::deque<Result<connection::Frame>> incoming_;
};

}  // namespace ctiengine::testing
