#include "common/annexj_server/stream_connection.hpp"

#include "common/logging/log.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/this_coro.hpp>

#include <array>
#include <utility>

namespace ctiengine::annexj_server {
namespace asio = boost::asio;
using connection::Frame;

StreamConnection::StreamConnection(
    std::unique_ptr<ByteStream> stream,
    asio::any_io_executor strand,
    connection::ConnectionInfo info,
    const AnnexJSettings& settings
)
    : settings_(settings),
      info_(std::move(info)),
      executor_(std::move(strand)),
      stream_(std::move(stream)),
      reader_(settings.frame_bytes),
      frame_watch_(executor_),
      send_watch_(executor_),
      close_watch_(executor_),
      changed_(executor_, asio::steady_timer::time_point::max()) {}

Task<bool> StreamConnection::establish() {
    guard(frame_watch_, settings_.handshake_limit);
    const auto failed = co_await stream_->handshake();
    frame_watch_.stop();
    if (failed) {
        logging::debug(
            {info_.id, {}}, "TLS handshake with {} failed: {}", info_.peer_address, failed.message()
        );
    }
    if (!failed) info_.certificate_names = stream_->peer_names();
    co_return !failed && !cut_;
}

Task<Result<Frame>> StreamConnection::receive() {
    if (received_all_) {
        Error closed{Errc::Closed, "the connection is over"};
        co_return closed;
    }
    for (;;) {
        auto frame = reader_.next();
        if (!frame) {
            received_all_ = true;
            co_return frame.error();
        }
        if (*frame) {
            frame_watch_.stop();
            co_return Frame(std::move(**frame), true);
        }
        if (reader_.inside_frame() && !frame_watch_.running()) guard(frame_watch_, settings_.frame_limit);
        const auto failed = co_await read_more();
        if (failed) {
            frame_watch_.stop();
            received_all_ = true;
            co_return end_of_stream(failed);
        }
    }
}

Task<boost::system::error_code> StreamConnection::read_more() {
    std::array<char, 2048> room;
    const auto [failed, size] = co_await stream_->read_some(asio::buffer(room));
    if (!failed) reader_.add({room.data(), size});
    co_return failed;
}

Error StreamConnection::end_of_stream(error_code failed) const {
    if (cut_ == Errc::DeadlineExceeded) {
        return {Errc::DeadlineExceeded, "the peer did not finish a frame, or did not read, in time"};
    }
    if (closing_) return {Errc::Closed, "closed by this side"};
    if (cut_ || failed == asio::error::operation_aborted) return {Errc::Cancelled, "cut by this side"};
    if (failed != asio::error::eof) return {Errc::Io, failed.message()};
    if (reader_.inside_frame()) return {Errc::Io, "the peer ended the stream in the middle of a frame"};
    return {Errc::Closed, "the peer ended the stream"};
}

Task<Result<void>> StreamConnection::send(std::shared_ptr<const std::string> payload, bool) {
    if (cut_ || closing_) {
        Error closed{Errc::Closed, "the connection is over"};
        co_return closed;
    }
    sending_ = true;
    guard(send_watch_, settings_.write_limit);
    const auto failed = co_await stream_->write(asio::buffer(*payload));
    send_watch_.stop();
    sending_ = false;
    changed_.cancel();
    if (!failed) co_return Result<void>();
    Error error{Errc::Io, failed.message()};
    if (cut_) {
        error = {*cut_, "the connection was cut"};
    } else if (failed == asio::error::operation_aborted) {
        error.code = Errc::Cancelled;
    }
    co_return error;
}

Task<void> StreamConnection::close(connection::CloseCode, std::string) {
    if (std::exchange(closing_, true)) {  // another task is at it
        while (!cut_) co_await changed_.async_wait(as_result);
        co_return;
    }
    if (cut_) co_return;
    guard(close_watch_, settings_.close_limit);
    while (sending_ && !cut_) co_await changed_.async_wait(as_result);
    if (!cut_) co_await stream_->end();
    cut(Errc::Closed);
}

void StreamConnection::guard(Watchdog& watchdog, std::chrono::milliseconds limit) {
    watchdog.start(limit, [weak = weak_from_this(), &watchdog] {
        const auto self = weak.lock();
        if (!self || !watchdog.due()) return;
        logging::info({self->info_.id, {}}, "{} was too slow; cutting", self->info_.peer_address);
        self->cut(Errc::DeadlineExceeded);
    });
}

void StreamConnection::cut(Errc why) {
    if (!cut_) cut_ = why;
    frame_watch_.stop();
    send_watch_.stop();
    close_watch_.stop();
    stream_->cut();
    changed_.cancel();
}

}  // namespace ctiengine::annexj_server
