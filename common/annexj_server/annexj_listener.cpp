#include "common/annexj_server/annexj_listener.hpp"

#include "common/annexj_server/stream_connection.hpp"
#include "common/logging/log.hpp"

#include <boost/asio/this_coro.hpp>

#include <netinet/tcp.h>

#include <exception>
#include <utility>

namespace ctiengine::annexj_server {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

/// What all connections of one port share.
struct Shared {
    AnnexJSettings settings;
    std::shared_ptr<const tls::TlsContext> tls;
    RunSession session;
    std::shared_ptr<tcp_server::OpenConnections> open = std::make_shared<tcp_server::OpenConnections>();
};

void set(tcp::socket& socket, int level, int name, int value) {
    ::setsockopt(socket.native_handle(), level, name, &value, sizeof value);
}

/// A peer that vanished without a word is found by the kernel: three unanswered questions, or data that
/// nobody acknowledges.
void look_after(tcp::socket& socket, std::chrono::seconds after) {
    constexpr int kQuestionEverySeconds = 5;
    constexpr int kQuestions = 3;
    const auto seconds = static_cast<int>(after.count());
    set(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    set(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(socket, IPPROTO_TCP, TCP_KEEPIDLE, seconds);
    set(socket, IPPROTO_TCP, TCP_KEEPINTVL, kQuestionEverySeconds);
    set(socket, IPPROTO_TCP, TCP_KEEPCNT, kQuestions);
    set(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, (seconds + kQuestionEverySeconds * kQuestions) * 1000);
}

std::string address_text(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

connection::ConnectionInfo info_of(const tcp_server::Accepted& accepted) {
    boost::system::error_code ignored;
    const auto peer = accepted.socket.remote_endpoint(ignored);
    connection::ConnectionInfo info;
    info.id = accepted.id;
    info.peer_address = address_text(peer.address());
    info.peer_port = peer.port();
    info.subprotocol = "csta-xml-annexj";
    return info;
}

std::shared_ptr<StreamConnection> make_connection(const Shared& shared, tcp_server::Accepted accepted) {
    auto info = info_of(accepted);
    look_after(accepted.socket, shared.settings.keep_alive_after);
    const asio::any_io_executor strand = accepted.socket.get_executor();
    auto stream = shared.tls ? make_tls_stream(std::move(accepted.socket), shared.tls)
                             : make_plain_stream(std::move(accepted.socket));
    return std::make_shared<StreamConnection>(std::move(stream), strand, std::move(info), shared.settings);
}

Task<void> run_session(std::shared_ptr<Shared> shared, std::shared_ptr<StreamConnection> connection) {
    const tcp_server::OpenConnections::Entry entry(*shared->open, connection->info().id, connection);
    std::exception_ptr thrown;
    try {
        co_await shared->session(connection);
    } catch (...) {
        thrown = std::current_exception();
    }
    const auto cancellation = co_await asio::this_coro::cancellation_state;
    if (cancellation.cancelled() == asio::cancellation_type::none) {
        co_await connection->close(connection::CloseCode::Normal, std::string());
    }
    connection->abort();
    if (thrown) std::rethrow_exception(thrown);
}

Task<void> serve_connection(std::shared_ptr<Shared> shared, tcp_server::Accepted accepted) {
    if (accepted.busy) {
        logging::info({accepted.id, {}}, "refused: there are as many connections as there may be");
        co_return;
    }
    const auto connection = make_connection(*shared, std::move(accepted));
    const bool open = co_await connection->establish();
    if (open) co_await run_session(shared, connection);
    connection->abort();
}

}  // namespace

Result<std::unique_ptr<tcp_server::TcpServer>> open_annexj_listener(
    asio::any_io_executor executor,
    const AnnexJSettings& settings,
    std::shared_ptr<const tls::TlsContext> tls,
    std::shared_ptr<tcp_server::Admission> admission,
    RunSession session
) {
    auto shared = std::make_shared<Shared>();
    shared->settings = settings;
    shared->tls = std::move(tls);
    shared->session = std::move(session);
    tcp_server::TcpServerSettings port;
    port.address = settings.address;
    port.port = settings.port;
    tcp_server::TcpServer::Parts parts;
    parts.admission = std::move(admission);
    parts.open = shared->open;
    parts.serve = [shared](tcp_server::Accepted accepted) {
        return serve_connection(shared, std::move(accepted));
    };
    return tcp_server::TcpServer::open(std::move(executor), std::move(port), std::move(parts));
}

}  // namespace ctiengine::annexj_server
