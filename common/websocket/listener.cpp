#include "common/websocket/listener.hpp"

#include "common/tcp_server/tcp_server.hpp"
#include "common/websocket/connection_server.hpp"

#include <utility>

namespace ctiengine::websocket {
namespace {

namespace asio = boost::asio;

tcp_server::TcpServerSettings port_of(const ListenerSettings& settings) {
    tcp_server::TcpServerSettings port;
    port.address = settings.address;
    port.port = settings.port;
    port.backlog = settings.backlog;
    port.balancers = settings.balancers;
    port.proxy_protocol = settings.proxy_protocol;
    return port;
}

/// A port that speaks WebSocket.
class WebSocketListener final : public Listener {
  public:
    explicit WebSocketListener(std::unique_ptr<tcp_server::TcpServer> server) : server_(std::move(server)) {}

    void start() override { server_->start(); }
    std::uint16_t port() const override { return server_->port(); }
    std::size_t connections() const override { return server_->connections(); }
    void stop_accepting() override { server_->stop_accepting(); }

    Task<bool> close_all(CloseCode code, std::string reason, std::chrono::milliseconds grace) override {
        return server_->close_all(code, std::move(reason), grace);
    }
    Task<bool> drain(std::chrono::milliseconds grace) override { return server_->drain(grace); }

  private:
    std::unique_ptr<tcp_server::TcpServer> server_;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(
    asio::any_io_executor executor,
    ListenerSettings settings,
    std::shared_ptr<tls::CurrentTls> tls,
    Handlers handlers
) {
    auto port = port_of(settings);
    auto shared = std::make_shared<ConnectionServer>();
    tcp_server::TcpServer::Parts parts;
    parts.admission = settings.admission;
    if (!parts.admission) {
        parts.admission = std::make_shared<tcp_server::Admission>(settings.max_connections);
    }
    parts.waiting = settings.waiting;
    parts.refusals = settings.refusals;
    parts.open = std::shared_ptr<tcp_server::OpenConnections>(shared, &shared->open);
    shared->settings = std::move(settings);
    shared->handlers = std::move(handlers);
    parts.serve = [shared, tls = std::move(tls)](tcp_server::Accepted accepted) {
        return serve_connection(shared, Arrival(std::move(accepted), tls->get()));
    };
    auto server = tcp_server::TcpServer::open(executor, std::move(port), std::move(parts));
    if (!server) return server.error();
    return std::unique_ptr<Listener>(new WebSocketListener(std::move(*server)));
}

}  // namespace ctiengine::websocket
