#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctiengine::testing {

/// How a WssClient connects. Defaults fit a test's own listener with a self-signed certificate.
struct WssOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::string path = "/";
    std::vector<std::string> subprotocols{};                     ///< offered in this order
    std::vector<std::pair<std::string, std::string>> headers{};  ///< extra ones, e.g. {"Origin", "https://x"}
    std::filesystem::path trust{};                               ///< PEM to trust; empty = any certificate
    std::string source{};                    ///< IPv4 address to connect from; empty = the system's choice
    std::string preamble{};                  ///< sent before TLS, e.g. a PROXY header
    std::chrono::milliseconds limit{10000};  ///< for each step of connecting, and for sends
};

/// A message as the client got it.
struct WssMessage {
    std::string payload;
    bool binary = false;
};

/// What a plain HTTP request over TLS was answered.
struct HttpReply {
    unsigned status = 0;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    std::string header(std::string_view name) const;  ///< first of that name without case, else empty
};

/// A secure WebSocket client with blocking calls, for tests of any room and for tools; not for production.
/// One thread per client. A failure throws std::runtime_error with what was being done.
class WssClient {
  public:
    explicit WssClient(WssOptions options);  ///< connects: TCP, TLS, upgrade
    ~WssClient();                            ///< cuts the connection if it is still open
    WssClient(WssClient&&) noexcept;

    void send_text(std::string_view text);
    void send_binary(std::string_view bytes);

    /// The next message, or empty when none came within `limit` or the connection has ended: closed() tells.
    std::optional<WssMessage> receive(std::chrono::milliseconds limit = std::chrono::milliseconds(5000));

    /// Sends a close frame and waits for the answer.
    void close(std::uint16_t code = 1000, std::string_view reason = {});

    /// Waits for the server's close (messages that come before it are dropped); empty = none within `limit`,
    /// 1006 = the connection was cut without a close frame.
    std::optional<std::uint16_t> wait_closed(
        std::chrono::milliseconds limit = std::chrono::milliseconds(5000)
    );

    bool closed() const;
    std::optional<std::uint16_t> close_code() const;  ///< of the server's close frame; 1006 = cut
    std::string close_reason() const;
    std::string subprotocol() const;  ///< chosen by the server; empty = none

    /// Raw mode: bytes below the WebSocket layer but inside TLS, for broken frames and half frames.
    void send_raw(std::string_view bytes);
    std::string receive_raw(std::size_t at_most, std::chrono::milliseconds limit);
    /// Cuts the TCP connection: `reset` with RST, else FIN without close_notify.
    void cut(bool reset);
    /// Answers pings from now on, or not (default yes). Pongs are sent inside receive() and wait_closed().
    void answer_pings(bool yes);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The answer to an upgrade request that the server refused; throws when it was accepted.
HttpReply refused_upgrade(WssOptions options);

/// One HTTP request over TLS. `target` from `options.path`.
HttpReply https_request(const WssOptions& options, std::string_view method, std::string_view body = {});

/// Sends `bytes` inside TLS (or in the clear) and gives back everything until the server closes.
std::string tls_exchange(const WssOptions& options, std::string_view bytes);
std::string plain_exchange(const WssOptions& options, std::string_view bytes);

}  // namespace ctiengine::testing
