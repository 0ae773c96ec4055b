#include "common/annexj_server/annexj_listener.hpp"

#include "common/annexj_server/stream_connection.hpp"

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
    std::shared_ptr<tls::CurrentTls> tls;  ///< null = in the clear
    AnnexJParts parts;
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

connection::ConnectionInfo info_of(const tcp_server::Accepted& accepted) {
    boost::system::error_code ignored;
    const auto peer = accepted.socket.remote_endpoint(ignored);
    connection::ConnectionInfo info;
    info.id = accepted.id;
    info.peer_address = client_address::address_text(accepted.peer);
    info.peer_port = peer.port();
    info.client_address = accepted.client_address;
    info.subprotocol = "csta-xml-annexj";
    return info;
}

std::shared_ptr<StreamConnection> make_connection(const Shared& shared, tcp_server::Accepted accepted) {
    auto info = info_of(accepted);
    look_after(accepted.socket, shared.settings.keep_alive_after);
    const asio::any_io_executor strand = accepted.socket.get_executor();
    auto stream = shared.tls ? make_tls_stream(std::move(accepted.socket), shared.tls->get())
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

void note(const Shared& shared, const connection::ConnectionInfo& info, refusals::Refusal refusal) {
    if (!shared.parts.refusals) return;
    refusals::RefusedClient client;
    client.log.session = info.id;
    client.source = info.client_address;
    shared.parts.refusals->note(refusal, client);
}

/// A stream has no headers: only its source is looked at. False = it is refused; a stream has no place for a
/// reason.
Task<bool> admitted(
    std::shared_ptr<Shared> shared,
    std::shared_ptr<StreamConnection> connection,
    boost::asio::ip::address peer,
    std::unique_ptr<admission::WaitingRoom::Place> waiting
) {
    if (!shared->parts.gatekeeper) co_return true;
    auto info = connection->info();
    admission::Attempt attempt{info, peer};
    attempt.by_browser_protocol = false;
    attempt.peer_spoke_for_client = true;
    attempt.connection = connection;
    auto verdict = co_await shared->parts.gatekeeper->decide(attempt);
    connection->keep(std::move(waiting), std::move(verdict.place));
    co_return !verdict.refusal;
}

Task<void> serve_connection(std::shared_ptr<Shared> shared, tcp_server::Accepted accepted) {
    if (accepted.refusal) {
        note(*shared, info_of(accepted), *accepted.refusal);
        co_return;
    }
    const auto peer = accepted.peer;
    auto waiting = std::move(accepted.waiting);
    const auto connection = make_connection(*shared, std::move(accepted));
    bool open = co_await connection->establish();
    if (!open && shared->tls) note(*shared, connection->info(), refusals::Refusal::TlsHandshakeFailed);
    if (open) open = co_await admitted(shared, connection, peer, std::move(waiting));
    if (open) co_await run_session(shared, connection);
    connection->abort();
}

}  // namespace

Result<std::unique_ptr<tcp_server::TcpServer>> open_annexj_listener(
    asio::any_io_executor executor,
    const AnnexJSettings& settings,
    std::shared_ptr<tls::CurrentTls> tls,
    AnnexJParts parts,
    RunSession session
) {
    auto shared = std::make_shared<Shared>();
    shared->settings = settings;
    shared->tls = std::move(tls);
    shared->session = std::move(session);
    tcp_server::TcpServerSettings port;
    port.address = settings.address;
    port.port = settings.port;
    port.balancers = settings.balancers;
    port.proxy_protocol = settings.proxy_protocol;
    tcp_server::TcpServer::Parts server;
    server.admission = parts.admission;
    server.waiting = parts.waiting;
    server.refusals = parts.refusals;
    shared->parts = std::move(parts);
    server.open = shared->open;
    server.serve = [shared](tcp_server::Accepted accepted) {
        return serve_connection(shared, std::move(accepted));
    };
    return tcp_server::TcpServer::open(std::move(executor), std::move(port), std::move(server));
}

}  // namespace ctiengine::annexj_server
