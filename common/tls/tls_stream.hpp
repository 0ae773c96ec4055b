#pragma once
#include "common/tls/tls_engine.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <cstddef>
#include <utility>

namespace ctiengine::tls {

/// TLS as an AsyncStream for Beast that keeps no buffers of its own: OpenSSL works on the socket (TlsEngine),
/// Asio only waits for readiness. An idle connection holds little more than its SSL object.
///
/// One strand; at most one read and one write, handshake or shutdown at a time. Not movable: make it in
/// place.
class TlsStream {
  public:
    using next_layer_type = boost::asio::ip::tcp::socket;
    using lowest_layer_type = next_layer_type::lowest_layer_type;
    using executor_type = next_layer_type::executor_type;
    using error_code = boost::system::error_code;

    TlsStream(next_layer_type socket, SSL_CTX* context, TlsRole role)
        : socket_(std::move(socket)), engine_(context, socket_, role) {}
    TlsStream(const TlsStream&) = delete;
    TlsStream& operator=(const TlsStream&) = delete;

    executor_type get_executor() { return socket_.get_executor(); }
    next_layer_type& next_layer() { return socket_; }
    const next_layer_type& next_layer() const { return socket_; }
    lowest_layer_type& lowest_layer() { return socket_.lowest_layer(); }
    TlsEngine& engine() { return engine_; }

    /// void(error_code). Cancellation: terminal, and the connection is of no more use.
    template <class Token>
    auto async_handshake(Token&& token);

    /// Sends close_notify, does not wait for the peer's. void(error_code). Cancellation: terminal.
    template <class Token>
    auto async_shutdown(Token&& token);

    /// void(error_code, size_t). eof = the peer sent close_notify, ssl::error::stream_truncated = it only
    /// closed. Cancellation: total; nothing was taken and the stream stays usable.
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_compose<Token, void(error_code, std::size_t)>(
            ReadOperation<Buffers>{*this, buffers}, token, socket_
        );
    }

    /// void(error_code, size_t). Completes when the kernel has taken the record. Cancellation: terminal;
    /// bytes that are encrypted by then are counted as written and go out before the next ones, so the stream
    /// stays usable.
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_compose<Token, void(error_code, std::size_t)>(
            WriteOperation<Buffers>{*this, buffers}, token, socket_
        );
    }

  private:
    enum class At { Start, Waiting, Delivering };
    using Step = Want (TlsEngine::*)(error_code&);

    struct StepOperation;
    template <class Buffers>
    struct ReadOperation;
    template <class Buffers>
    struct WriteOperation;

    template <class Self>
    void wait(Want want, Self& self) {
        socket_.async_wait(
            want == Want::Read ? next_layer_type::wait_read : next_layer_type::wait_write, std::move(self)
        );
    }

    template <class Buffers>
    Want read_into(const Buffers& buffers, std::size_t& total, error_code& error);

    next_layer_type socket_;
    TlsEngine engine_;
    error_code deferred_;  ///< came behind data in one read; the next read gives it
};

}  // namespace ctiengine::tls

#include "common/tls/tls_stream_operations.hpp"
