#include "common/tcp_server/tcp_server.hpp"

#include "common/logging/log.hpp"
#include "common/tcp_server/proxy_preamble.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <algorithm>
#include <utility>

namespace ctiengine::tcp_server {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using error_code = boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds kAcceptPause{100};

void report(std::string_view task, const std::string& what) {
    logging::error("{} failed: {}", task, what);
}

Error cannot_listen(const TcpServerSettings& settings, const std::string& reason) {
    return Error{
        Errc::Io,
        "cannot listen on " + settings.address + " port " + std::to_string(settings.port) + ": " + reason};
}

error_code bind_to(
    tcp::acceptor& acceptor, const asio::ip::address& address, const TcpServerSettings& settings
) {
    const tcp::endpoint endpoint(address, settings.port);
    error_code failed;
    acceptor.open(endpoint.protocol(), failed);
    if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed && address.is_v6()) acceptor.set_option(asio::ip::v6_only(false), failed);
    if (!failed) acceptor.bind(endpoint, failed);
    if (!failed) acceptor.listen(settings.backlog, failed);
    if (failed) {
        error_code ignored;
        acceptor.close(ignored);
    }
    return failed;
}

/// A host without IPv6 still gets "all addresses".
error_code listen_on(
    tcp::acceptor& acceptor, const asio::ip::address& address, const TcpServerSettings& settings
) {
    auto failed = bind_to(acceptor, address, settings);
    const bool no_ipv6 = failed == asio::error::address_family_not_supported ||
                         failed == boost::system::errc::address_not_available;
    if (no_ipv6 && address == asio::ip::address_v6::any()) {
        failed = bind_to(acceptor, asio::ip::address_v4::any(), settings);
    }
    return failed;
}

Task<void> close_one(
    std::shared_ptr<connection::MessageConnection> connection, connection::CloseCode code, std::string reason
) {
    co_await connection->close(code, std::move(reason));
}

}  // namespace

Result<std::unique_ptr<TcpServer>> TcpServer::open(
    asio::any_io_executor executor, TcpServerSettings settings, Parts parts
) {
    std::unique_ptr<TcpServer> server(new TcpServer(executor, std::move(settings), std::move(parts)));
    if (auto bound = server->bind(); !bound) return bound.error();
    return server;
}

TcpServer::TcpServer(const asio::any_io_executor& executor, TcpServerSettings settings, Parts parts)
    : executor_(executor),
      home_(asio::make_strand(executor)),
      acceptor_(home_),
      settings_(std::move(settings)),
      parts_(std::move(parts)),
      accepting_(executor, report),
      sessions_(executor, report) {}

Result<void> TcpServer::bind() {
    error_code failed;
    const auto address = asio::ip::make_address(settings_.address, failed);
    if (failed) return Error{Errc::InvalidSettings, "\"" + settings_.address + "\" is no IP address"};
    failed = listen_on(acceptor_, address, settings_);
    if (failed) return cannot_listen(settings_, failed.message());
    port_ = acceptor_.local_endpoint().port();
    return {};
}

void TcpServer::start() {
    accepting_.spawn(home_, accept_loop(), "listener");
}

void TcpServer::stop_accepting() {
    asio::dispatch(home_, [this] {
        error_code ignored;
        acceptor_.close(ignored);
    });
}

Task<bool> TcpServer::close_all(
    connection::CloseCode code, std::string reason, std::chrono::milliseconds grace
) {
    for (auto& open : parts_.open->all()) {
        auto where = open->executor();
        sessions_.spawn(where, close_one(std::move(open), code, reason), "close");
    }
    const bool gone = co_await sessions_.wait_idle(grace);
    co_return gone;
}

Task<bool> TcpServer::drain(std::chrono::milliseconds grace) {
    const auto end = std::chrono::steady_clock::now() + grace;
    stop_accepting();
    const bool closed = co_await accepting_.drain(grace);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    const bool ended = co_await sessions_.drain(std::max(left, std::chrono::milliseconds(0)));
    co_return closed&& ended;
}

/// Ends when the acceptor is closed. A failed accept (no descriptors left) pauses, it never ends the server.
Task<void> TcpServer::accept_loop() {
    while (acceptor_.is_open()) {
        const asio::any_io_executor strand = asio::make_strand(executor_);
        auto [failed, socket] = co_await acceptor_.async_accept(strand, as_result);
        if (!acceptor_.is_open()) co_return;
        if (failed) {
            co_await pause(failed);
        } else {
            take(std::move(socket), strand);
        }
    }
}

Task<void> TcpServer::pause(error_code failed) {
    if (!std::exchange(accept_failed_, true))
        logging::warn("cannot accept connections: {}", failed.message());
    asio::steady_timer timer(home_, kAcceptPause);
    co_await timer.async_wait(as_result);
}

void TcpServer::take(tcp::socket socket, const asio::any_io_executor& strand) {
    if (std::exchange(accept_failed_, false)) logging::info("accepting connections again");
    auto ticket = parts_.admission->enter();
    Accepted accepted(std::move(socket), ticket.number());
    error_code ignored;
    accepted.peer = accepted.socket.remote_endpoint(ignored).address();
    accepted.client_address = client_address::address_text(accepted.peer);
    if (ticket.flooded()) return note(refusals::Refusal::Flooded, accepted);  // closes it
    if (ticket.busy()) accepted.refusal = refusals::Refusal::TooManyConnections;
    sessions_.spawn(strand, serve_one(std::move(accepted), std::move(ticket)), "session");
}

/// Holds the ticket for as long as the connection lives.
Task<void> TcpServer::serve_one(Accepted accepted, Admission::Ticket) {
    const bool known = co_await meet_client(accepted);
    if (!known) co_return;
    find_waiting_place(accepted);
    co_await parts_.serve(std::move(accepted));
}

/// False = a balancer did not begin as it has to.
Task<bool> TcpServer::meet_client(Accepted& accepted) {
    if (!settings_.proxy_protocol || !settings_.balancers.contains(accepted.peer)) co_return true;
    const auto client = co_await read_proxy_preamble(accepted.socket, settings_.proxy_limit);
    if (!client) {
        note(refusals::Refusal::ProxyHeader, accepted, client.error().detail);
        co_return false;
    }
    if (*client) {
        accepted.client_address = client_address::address_text(**client);
        accepted.client_told_by_proxy = true;
    }
    co_return true;
}

void TcpServer::find_waiting_place(Accepted& accepted) const {
    if (!parts_.waiting || accepted.refusal) return;
    const bool one_client = accepted.client_told_by_proxy || !settings_.balancers.contains(accepted.peer);
    auto why = admission::WaitingRoom::Full::InAll;
    accepted.waiting = parts_.waiting->enter(one_client ? accepted.client_address : std::string(), why);
    if (accepted.waiting) return;
    accepted.refusal = why == admission::WaitingRoom::Full::InAll
                           ? refusals::Refusal::TooManyUnauthenticated
                           : refusals::Refusal::TooManyUnauthenticatedFromSource;
}

void TcpServer::note(refusals::Refusal refusal, const Accepted& accepted, std::string detail) const {
    if (!parts_.refusals) return;
    refusals::RefusedClient client;
    client.log.session = accepted.id;
    client.source = accepted.client_address;
    parts_.refusals->note(refusal, client, std::move(detail));
}

}  // namespace ctiengine::tcp_server
