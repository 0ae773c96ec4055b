#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using BIO = struct bio_st;
using BIO_METHOD = struct bio_method_st;

namespace ctiengine::tls {

/// The encrypted side of a TLS connection: what OpenSSL reads and writes goes straight to the non-blocking
/// socket. What the kernel does not take at once waits in a backlog, so a write of OpenSSL never fails
/// half-way and a cancelled write leaves the connection usable. Memory is held only while the peer is slow to
/// read.
///
/// Lives on the connection's strand. The socket may be closed at any time; then everything fails with EBADF.
class TlsTransport {
  public:
    explicit TlsTransport(boost::asio::ip::tcp::socket& socket) : socket_(socket) {}
    TlsTransport(const TlsTransport&) = delete;
    TlsTransport& operator=(const TlsTransport&) = delete;

    /// A BIO over this transport, for SSL_set_bio, which takes it over. Throws std::bad_alloc.
    BIO* make_bio();

    /// Sends as much of the backlog as the kernel takes. True = nothing is left to send, or it never will be
    /// (error() tells).
    bool flush();

    /// The fatal error of the socket, if there was one.
    boost::system::error_code error() const;

    bool at_end() const { return at_end_; }  ///< the peer has closed its side of the TCP connection

    /// After a short read the kernel has no more for now; until the socket was waited for, no call is wasted.
    bool worth_reading() const { return !emptied_; }
    void has_become_readable() { emptied_ = false; }

  private:
    static int bio_read(BIO* bio, char* out, int size);
    static int bio_write(BIO* bio, const char* in, int size);
    static long bio_control(BIO* bio, int command, long number, void* pointer);
    static const BIO_METHOD* bio_method();

    std::ptrdiff_t receive(char* out, std::size_t size);
    std::ptrdiff_t send(std::string_view bytes);  ///< 0 = the kernel is full

    boost::asio::ip::tcp::socket& socket_;
    std::string backlog_;
    int failed_ = 0;  ///< errno
    bool emptied_ = false;
    bool at_end_ = false;
};

}  // namespace ctiengine::tls
