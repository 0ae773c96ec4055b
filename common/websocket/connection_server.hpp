#pragma once
#include "common/tasks/task.hpp"
#include "common/tcp_server/open_connections.hpp"
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

/// One accepted connection and what the accept loop decided about it.
struct Arrival {
    Arrival(
        boost::asio::ip::tcp::socket accepted,
        std::shared_ptr<const tls::TlsContext> with,
        std::uint64_t number
    )
        : socket(std::move(accepted)), tls(std::move(with)), id(number) {}

    boost::asio::ip::tcp::socket socket;  ///< its executor is the connection's strand
    std::shared_ptr<const tls::TlsContext> tls;
    std::uint64_t id;
    bool busy = false;  ///< over the connection limit: is answered 503
};

/// The whole life of one connection: TLS, HTTP requests, the upgrade, the session, the end. Runs on the
/// connection's strand. This is the seam behind which Beast is.
Task<void> serve_connection(std::shared_ptr<ConnectionServer> server, Arrival arrival);

}  // namespace ctiengine::websocket
