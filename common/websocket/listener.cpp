#include "common/websocket/listener.hpp"

#include "common/tcp_server/tcp_server.hpp"
#include "common/websocket/connection_server.hpp"

#include <mutex>
#include <utility>

namespace ctiengine::websocket {
namespace {

namespace asio = boost::asio;

tcp_server::TcpServerSettings port_of(const ListenerSettings& settings) {
    tcp_server::TcpServerSettings port;
    port.address = settings.address;
    port.port = settings.port;
    port.backlog = settings.backlog;
    return port;
}

/// The certificate for the next connection; may be replaced while others use it.
class CurrentTls {
  public:
    explicit CurrentTls(std::shared_ptr<const tls::TlsContext> tls) : tls_(std::move(tls)) {}

    std::shared_ptr<const tls::TlsContext> get() const {
        const std::lock_guard hold(mutex_);
        return tls_;
    }
    void replace(std::shared_ptr<const tls::TlsContext> tls) {
        const std::lock_guard hold(mutex_);
        tls_ = std::move(tls);
    }

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<const tls::TlsContext> tls_;
};

/// A port that speaks WebSocket.
class WebSocketListener final : public Listener {
  public:
    WebSocketListener(std::shared_ptr<CurrentTls> tls, std::unique_ptr<tcp_server::TcpServer> server)
        : tls_(std::move(tls)), server_(std::move(server)) {}

    void start() override { server_->start(); }
    std::uint16_t port() const override { return server_->port(); }
    std::size_t connections() const override { return server_->connections(); }
    void replace_tls(std::shared_ptr<const tls::TlsContext> tls) override { tls_->replace(std::move(tls)); }
    void stop_accepting() override { server_->stop_accepting(); }

    Task<bool> close_all(CloseCode code, std::string reason, std::chrono::milliseconds grace) override {
        return server_->close_all(code, std::move(reason), grace);
    }
    Task<bool> drain(std::chrono::milliseconds grace) override { return server_->drain(grace); }

  private:
    std::shared_ptr<CurrentTls> tls_;
    std::unique_ptr<tcp_server::TcpServer> server_;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(
    asio::any_io_executor executor,
    ListenerSettings settings,
    std::shared_ptr<const tls::TlsContext> tls,
    Handlers handlers
) {
    auto port = port_of(settings);
    auto shared = std::make_shared<ConnectionServer>();
    tcp_server::TcpServer::Parts parts;
    parts.admission = settings.admission;
    if (!parts.admission) {
        parts.admission = std::make_shared<tcp_server::Admission>(settings.max_connections);
    }
    parts.open = std::shared_ptr<tcp_server::OpenConnections>(shared, &shared->open);
    shared->settings = std::move(settings);
    shared->handlers = std::move(handlers);
    auto current = std::make_shared<CurrentTls>(std::move(tls));
    parts.serve = [shared, current](tcp_server::Accepted accepted) {
        Arrival arrival(std::move(accepted.socket), current->get(), accepted.id);
        arrival.busy = accepted.busy;
        return serve_connection(shared, std::move(arrival));
    };
    auto server = tcp_server::TcpServer::open(executor, std::move(port), std::move(parts));
    if (!server) return server.error();
    return std::unique_ptr<Listener>(new WebSocketListener(std::move(current), std::move(*server)));
}

}  // namespace ctiengine::websocket
