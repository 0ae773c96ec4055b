#pragma once
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::connection {

/// Why we end a connection: RFC 6455 section 7.4.1 and the registry; 4000 and up are ours. A WebSocket shows
/// the code to its peer; a TCP connection has no place for it, so it is for the log there.
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    GoingAway = 1001,  ///< idle time-out, or the process ends
    ProtocolError = 1002,
    UnsupportedData = 1003,
    InvalidPayload = 1007,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    InternalError = 1011,
    ServiceRestart = 1012,
    TryAgainLater = 1013,
    AuthenticationExpired = 4401,
    Replaced = 4409,
};

/// One whole message: a WebSocket message, or one frame of a byte stream.
struct Frame {
    Frame() = default;
    Frame(std::string bytes, bool is_binary) : payload(std::move(bytes)), binary(is_binary) {}

    std::string payload;  ///< valid UTF-8 when `binary` is false
    bool binary = false;
};

/// What is known of a connection before its first message; fixed for its life.
struct ConnectionInfo {
    std::uint64_t id = 0;        ///< counts from 1 in this process; for log lines
    std::string peer_address{};  ///< "192.0.2.7" or "2001:db8::7"; IPv4-mapped IPv6 is shown as IPv4
    std::uint16_t peer_port = 0;
    std::string path{};                   ///< request target without its query, e.g. "/"
    std::string query{};                  ///< behind the '?', not decoded; may hold secrets: never log it
    std::string host{};                   ///< Host header
    std::optional<std::string> origin{};  ///< absent = no browser; several Origin headers are refused before
    std::string subprotocol{};            ///< the one we chose and echoed; empty = none
    std::string user_agent{};

    /// The client itself: peer_address, or what a load balancer of LOADBALANCER says of it.
    std::string client_address{};
    /// Token of an Authorization header or of the sub-protocol list; secret: never log it.
    std::string bearer_token{};
    /// Of a client certificate that was verified: "DNS:…", "email:…", "URI:…", "CN:…"; empty = none.
    std::vector<std::string> certificate_names{};
};

/// An open connection that carries whole messages, as the rooms above see it: a WebSocket, or a TCP or TLS
/// stream with a framing of its own. Nothing of Beast, TLS or sockets shows.
///
/// Every member is called on executor(), the connection's strand. At most one receive() and one send() run at
/// a time; close() may be called while either is running, abort() at any time. The owner keeps the connection
/// alive until its operations have ended. Whether the peer still lives is looked after underneath (pings, TCP
/// keep-alive): one that does not answer ends receive() with DeadlineExceeded or Io.
class MessageConnection {
  public:
    virtual ~MessageConnection() = default;

    /// The next message. After an error nothing more can be received: every later call gives an error.
    /// Errors:
    ///   Closed             the peer has ended the connection in order, or we have
    ///   TooLarge           a message is over the limit (a WebSocket has sent 1009)
    ///   ProtocolViolation  framing broken, or text that is not UTF-8 (a WebSocket has sent 1002 or 1007)
    ///   DeadlineExceeded   the peer gave no sign of life, or did not finish a message, in time
    ///   Io                 the transport failed or was cut
    ///   Cancelled          the task was cancelled, or abort() was called
    /// After TooLarge and ProtocolViolation a byte stream still takes send(), so that its peer can be told; a
    /// WebSocket answers Closed.
    virtual Task<Result<Frame>> receive() = 0;

    /// Sends one message and returns when the kernel has taken all of it. `payload` is shared, so that one
    /// text can go to many connections without copies. `binary` is for WebSockets; a byte stream ignores it.
    /// Errors: Closed, Io, Cancelled, DeadlineExceeded (the peer does not read).
    virtual Task<Result<void>> send(std::shared_ptr<const std::string> payload, bool binary) = 0;

    /// For a text of one's own.
    Task<Result<void>> send(std::string payload, bool binary) {
        return send(std::make_shared<const std::string>(std::move(payload)), binary);
    }

    /// Ends the connection politely (a WebSocket: close frames; then the end of TLS and TCP, so that the peer
    /// gets what was sent last), in at most the listener's close time limit; then the socket is cut. Does
    /// nothing on a connection that is closed already. `reason`: at most 123 bytes of UTF-8, longer ones are
    /// cut at a character.
    virtual Task<void> close(CloseCode code, std::string reason) = 0;

    /// Cuts the socket at once; what is running ends with Cancelled.
    virtual void abort() = 0;

    /// Asks the peer for a sign of life: true = it gave one within `limit`, or there is no way to ask it.
    /// Needs a receive() that runs.
    virtual Task<bool> alive(std::chrono::milliseconds limit) = 0;

    /// The user has logged in: the limits for connections without a log-in count no longer.
    virtual void authenticated() = 0;

    virtual const ConnectionInfo& info() const = 0;

    /// The code of the peer's close frame; empty = none came (a byte stream has none), 1005 = it had none.
    virtual std::optional<std::uint16_t> close_code_received() const = 0;

    /// The strand of this connection and of its session.
    virtual boost::asio::any_io_executor executor() const = 0;
};

}  // namespace ctiengine::connection
