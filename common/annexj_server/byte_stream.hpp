#pragma once
#include "common/tasks/task.hpp"
#include "common/tls/tls_context.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ctiengine::annexj_server {

/// A TCP connection with or without TLS over it. One strand; at most one read and one write at a time. The
/// stream outlives its operations.
class ByteStream {
  public:
    using error_code = boost::system::error_code;

    virtual ~ByteStream() = default;

    /// The TLS handshake; nothing to do on a plain stream.
    virtual Task<error_code> handshake() = 0;

    /// What is there, at least one byte. eof = the peer has ended the stream in order.
    virtual Task<std::pair<error_code, std::size_t>> read_some(boost::asio::mutable_buffer room) = 0;

    /// All of `bytes`; completes when the kernel has taken them.
    virtual Task<error_code> write(boost::asio::const_buffer bytes) = 0;

    /// Ends the stream so that the peer gets what was sent last: our end first, then the peer's remaining
    /// bytes are thrown away until it ends too. A read in flight is cancelled. The caller limits the time by
    /// cut().
    virtual Task<void> end() = 0;

    /// The names in the peer's checked certificate, after the handshake.
    virtual std::vector<std::string> peer_names() { return {}; }

    /// Closes the socket; what is in flight fails.
    virtual void cut() = 0;
};

std::unique_ptr<ByteStream> make_plain_stream(boost::asio::ip::tcp::socket socket);

/// Server side. `tls` is kept.
std::unique_ptr<ByteStream> make_tls_stream(
    boost::asio::ip::tcp::socket socket, std::shared_ptr<const tls::TlsContext> tls
);

}  // namespace ctiengine::annexj_server
