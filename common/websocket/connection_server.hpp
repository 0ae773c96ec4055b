#pragma once
#include "common/tasks/task.hpp"
#include "common/tcp_server/open_connections.hpp"
#include "common/tcp_server/tcp_server.hpp"
#include "common/websocket/listener.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <memory>

namespace ctiengine::websocket {

/// What all connections of one listener share; outlives them.
struct ConnectionServer {
    ListenerSettings settings;
    Listener::Handlers handlers;
    tcp_server::OpenConnections open;
};

/// One accepted connection.
struct Arrival {
    Arrival(tcp_server::Accepted from_port, std::shared_ptr<const tls::TlsContext> with)
        : accepted(std::move(from_port)), tls(std::move(with)) {}

    tcp_server::Accepted accepted;
    std::shared_ptr<const tls::TlsContext> tls;
};

/// The whole life of one connection: TLS, HTTP requests, the upgrade, the session, the end. Runs on the
/// connection's strand. This is the seam behind which Beast is.
Task<void> serve_connection(std::shared_ptr<ConnectionServer> server, Arrival arrival);

}  // namespace ctiengine::websocket
