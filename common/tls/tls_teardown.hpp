#pragma once
#include "common/tls/tls_stream.hpp"

#include <boost/asio/compose.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <memory>
#include <utility>

namespace ctiengine::tls {

/// Ends a connection so that the peer gets what was sent last: close_notify, FIN, then the peer's remaining
/// bytes are thrown away until it closes too. (A socket closed with unread input sends RST, which destroys
/// data in flight.) Takes at most kLimit and kDrainedBytes; the socket is closed when it completes.
struct TeardownOperation {
    static constexpr std::chrono::seconds kLimit{2};
    static constexpr std::size_t kDrainedBytes = 256 * 1024;

    enum class At { Start, Notified, Draining };

    TlsStream& stream;
    At at = At::Start;
    std::shared_ptr<boost::asio::steady_timer> limit{};
    std::size_t drained = 0;

    template <class Self>
    void operator()(Self& self, boost::system::error_code error = {}) {
        boost::system::error_code ignored;
        auto& socket = stream.next_layer();
        switch (at) {
            case At::Start:
                self.reset_cancellation_state(boost::asio::enable_total_cancellation());
                start_limit();
                at = At::Notified;
                return stream.async_shutdown(std::move(self));
            case At::Notified:
                socket.shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
                at = At::Draining;
                error = {};
                [[fallthrough]];
            case At::Draining: break;
        }
        const bool stopped = self.cancelled() != boost::asio::cancellation_type::none;
        if (!error && !stopped && socket.is_open() && more_may_come()) {
            return socket.async_wait(boost::asio::ip::tcp::socket::wait_read, std::move(self));
        }
        socket.close(ignored);
        limit.reset();
        self.complete(stopped ? boost::asio::error::operation_aborted : boost::system::error_code());
    }

  private:
    void start_limit() {
        limit = std::make_shared<boost::asio::steady_timer>(stream.get_executor(), kLimit);
        limit->async_wait([running = std::weak_ptr(limit), &socket = stream.next_layer()](auto cancelled) {
            boost::system::error_code ignored;
            if (!cancelled && !running.expired()) socket.close(ignored);  // ends the wait of the operation
        });
    }

    bool more_may_come() {
        std::array<char, 4096> scratch;
        while (drained <= kDrainedBytes) {
            const auto got =
                ::recv(stream.next_layer().native_handle(), scratch.data(), scratch.size(), MSG_DONTWAIT);
            if (got <= 0) return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
            drained += static_cast<std::size_t>(got);
        }
        return false;
    }
};

/// void(error_code): success, or operation_aborted when it was cancelled.
template <class Token>
auto async_end(TlsStream& stream, Token&& token) {
    TeardownOperation operation{stream};
    return boost::asio::async_compose<Token, void(boost::system::error_code)>(
        std::move(operation), token, stream.next_layer()
    );
}

}  // namespace ctiengine::tls
