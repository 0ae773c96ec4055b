#pragma once
#include "common/admission/gatekeeper.hpp"
#include "common/admission/waiting_room.hpp"
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"
#include "common/tcp_server/admission.hpp"
#include "common/tls/current_tls.hpp"
#include "common/websocket/http.hpp"
#include "common/websocket/websocket_connection.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::websocket {

struct ListenerSettings {
    std::string address = "::";  ///< IP address to listen on; "::" takes IPv4 as well
    std::uint16_t port = 0;      ///< 0 = any free one, see Listener::port()
    int backlog = 1024;

    /// Sub-protocols that we speak. The first one a client offers that is in here is echoed; none = no
    /// header.
    std::vector<std::string> subprotocols{};

    std::size_t message_bytes = 256 * 1024;       ///< one message; longer ones close with 1009
    std::size_t frame_bytes = 64 * 1024;          ///< one frame of a message; longer ones close with 1009
    std::size_t first_message_bytes = 16 * 1024;  ///< one message before the log-in
    std::size_t header_bytes = 16 * 1024;         ///< HTTP header block; longer ones get 431
    std::size_t header_count = 64;                ///< HTTP headers; more get 431
    std::size_t max_connections = 10000;          ///< more get 503
    std::shared_ptr<tcp_server::Admission>
        admission{};  ///< shared with other ports; then max_connections is unused
    std::shared_ptr<admission::WaitingRoom> waiting{};  ///< for those who have not logged in; null = no limit
    std::shared_ptr<refusals::RefusalBook> refusals{};  ///< null = nobody counts
    client_address::AddressList balancers{};            ///< LOADBALANCER
    bool proxy_protocol = false;                        ///< they begin each connection with a PROXY header

    std::chrono::milliseconds handshake_limit{5000};  ///< for TLS
    std::chrono::milliseconds header_limit{
        5000};  ///< for the HTTP request and the upgrade; also idle keep-alive
    std::chrono::milliseconds message_limit{30000};  ///< for the rest of a message that has begun
    std::chrono::milliseconds ping_every{25000};     ///< after this long without any frame of the peer
    std::chrono::milliseconds pong_limit{10000};     ///< then the connection is cut
    std::chrono::milliseconds close_limit{3000};     ///< for the peer's close frame and the end of TLS
};

/// Runs one connection's session, on the connection's strand, until it returns; then the connection is closed
/// (1000 if the session has not done so) and destroyed.
using RunSession = std::function<Task<void>(std::shared_ptr<WebSocketConnection>)>;

/// Accepts secure WebSockets (and plain HTTPS requests) on one port and owns their sessions.
///
/// Order of stopping: stop_accepting(), then the sessions' own polite end (close_all() for those that have
/// none), then drain(). Destroy it only after drain(). Thread safety: every member may be called from any
/// thread.
class Listener {
  public:
    struct Handlers {
        RunSession session;
        HttpResponder http = websocket_only;
        std::shared_ptr<admission::Gatekeeper> gatekeeper{};  ///< null = every upgrade is admitted
    };

    /// Binds and listens, but accepts nothing before start(). Io with the system's reason when the port is
    /// taken or the address is not ours.
    static Result<std::unique_ptr<Listener>> open(
        boost::asio::any_io_executor executor,
        ListenerSettings settings,
        std::shared_ptr<tls::CurrentTls> tls,
        Handlers handlers
    );

    virtual ~Listener() = default;

    /// Begins to accept.
    virtual void start() = 0;

    /// The bound port.
    virtual std::uint16_t port() const = 0;

    /// Open connections, those in their handshakes included.
    virtual std::size_t connections() const = 0;

    /// Frees the port. Live connections stay.
    virtual void stop_accepting() = 0;

    /// Closes every open WebSocket politely and waits until the sessions have ended, at most `grace`. False =
    /// some are left.
    virtual Task<bool> close_all(CloseCode code, std::string reason, std::chrono::milliseconds grace) = 0;

    /// Stops accepting, cancels what is left and waits for it, at most `grace`. False = somebody did not
    /// stop.
    virtual Task<bool> drain(std::chrono::milliseconds grace) = 0;
};

}  // namespace ctiengine::websocket
