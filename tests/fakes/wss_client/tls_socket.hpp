#pragma once
#include "tests/fakes/wss_client/wss_client.hpp"

#include <openssl/ssl.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace ctiengine::testing {

using Deadline = std::chrono::steady_clock::time_point;
Deadline deadline_in(std::chrono::milliseconds limit);

/// What a read gave.
enum class Got { Bytes, Nothing, End, Cut };

/// A TCP connection with TLS over it, or without; blocking calls with deadlines, errors as
/// std::runtime_error.
class TlsSocket {
  public:
    /// Connects; with TLS unless `encrypted` is false.
    explicit TlsSocket(const WssOptions& options, bool encrypted = true);
    ~TlsSocket();
    TlsSocket(const TlsSocket&) = delete;
    TlsSocket& operator=(const TlsSocket&) = delete;

    void write(std::string_view bytes, Deadline end);

    /// Appends what comes to `into`. Nothing = the deadline passed; End = close_notify (or FIN without TLS);
    /// Cut = the connection was reset, or closed without close_notify.
    Got read(std::string& into, Deadline end);

    void cut(bool reset);

  private:
    struct FreeContext {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };
    struct FreeSsl {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    void connect_tcp(const WssOptions& options);
    void connect_tls(const WssOptions& options);
    void write_plain(std::string_view bytes, Deadline end);
    Got read_plain(std::string& into, Deadline end);
    bool wait(short events, Deadline end) const;
    bool wait_for_ssl(int result, Deadline end);

    int socket_ = -1;
    std::unique_ptr<SSL_CTX, FreeContext> context_;
    std::unique_ptr<SSL, FreeSsl> ssl_;
};

}  // namespace ctiengine::testing
