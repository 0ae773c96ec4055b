#pragma once
#include "common/tls/last_read.hpp"
#include "common/tls/tls_transport.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace ctiengine::tls {

/// What an attempt has to wait for before it can go on.
enum class Want { Nothing, Read, Write };

enum class TlsRole { Client, Server };

/// Rules that TlsEngine relies on; call once on a context before its first connection. Buffers are given back
/// while a connection is idle, no renegotiation, no compression.
void prepare_for_engine(SSL_CTX* context);

/// TLS on a non-blocking socket, one attempt at a time: each step does what it can now and says what to wait
/// for. Want::Nothing = finished, `error` tells how. Lives on the connection's strand.
class TlsEngine {
  public:
    TlsEngine(SSL_CTX* context, boost::asio::ip::tcp::socket& socket, TlsRole role);

    Want handshake(boost::system::error_code& error);

    /// Sends close_notify; does not wait for the peer's. Nothing to do before the handshake is done.
    Want shutdown(boost::system::error_code& error);

    /// Fills `room`. `got` > 0 or an error: eof = the peer sent close_notify, stream_truncated = it did not.
    Want read(boost::asio::mutable_buffer room, std::size_t& got, boost::system::error_code& error);

    /// Encrypts at most one record; `taken` tells how much of `bytes`.
    Want write(boost::asio::const_buffer bytes, std::size_t& taken, boost::system::error_code& error);

    /// Is there input that needs no waiting, or might there be?
    bool input_possible() const;
    bool has_pending_input() const;  ///< bytes that OpenSSL holds already

    TlsTransport& transport() { return transport_; }
    SSL* native_handle() { return ssl_.get(); }

    /// Where read() put what it read last.
    LastRead& last_read() { return last_read_; }

  private:
    struct Free {
        void operator()(SSL* ssl) const;
    };

    Want outcome(int result, boost::system::error_code& error);

    TlsTransport transport_;
    LastRead last_read_;
    std::unique_ptr<SSL, Free> ssl_;
};

}  // namespace ctiengine::tls
