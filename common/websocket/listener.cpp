#include "common/websocket/listener.hpp"

#include "common/logging/log.hpp"
#include "common/tasks/task_group.hpp"
#include "common/websocket/connection_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <algorithm>
#include <mutex>
#include <utility>

namespace ctiengine::websocket {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using error_code = boost::system::error_code;

namespace {

/// So many connections over the limit are still told 503; beyond them the socket is just closed.
constexpr std::size_t kToldBusy = 64;
constexpr std::chrono::milliseconds kAcceptPause{100};

void report(std::string_view task, const std::string& what) {
    logging::error("{} failed: {}", task, what);
}

Error cannot_listen(const ListenerSettings& settings, const std::string& reason) {
    return Error{
        Errc::Io,
        "cannot listen on " + settings.address + " port " + std::to_string(settings.port) + ": " + reason};
}

error_code bind_to(
    tcp::acceptor& acceptor, const asio::ip::address& address, const ListenerSettings& settings
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
    tcp::acceptor& acceptor, const asio::ip::address& address, const ListenerSettings& settings
) {
    auto failed = bind_to(acceptor, address, settings);
    const bool no_ipv6 = failed == asio::error::address_family_not_supported ||
                         failed == boost::system::errc::address_not_available;
    if (no_ipv6 && address == asio::ip::address_v6::any()) {
        failed = bind_to(acceptor, asio::ip::address_v4::any(), settings);
    }
    return failed;
}

class TcpListener final : public Listener {
  public:
    TcpListener(
        const asio::any_io_executor& executor,
        ListenerSettings settings,
        std::shared_ptr<const TlsContext> tls,
        Handlers handlers
    )
        : executor_(executor),
          home_(asio::make_strand(executor)),
          acceptor_(home_),
          server_(std::make_shared<ConnectionServer>()),
          tls_(std::move(tls)),
          accepting_(executor, report),
          sessions_(executor, report) {
        server_->settings = std::move(settings);
        server_->handlers = std::move(handlers);
    }

    Result<void> bind() {
        const auto& settings = server_->settings;
        error_code failed;
        const auto address = asio::ip::make_address(settings.address, failed);
        if (failed) return Error{Errc::InvalidSettings, "\"" + settings.address + "\" is no IP address"};
        failed = listen_on(acceptor_, address, settings);
        if (failed) return cannot_listen(settings, failed.message());
        port_ = acceptor_.local_endpoint().port();
        return {};
    }

    void start() override { accepting_.spawn(home_, accept_loop(), "listener"); }
    std::uint16_t port() const override { return port_; }
    std::size_t connections() const override { return sessions_.size(); }

    void replace_tls(std::shared_ptr<const TlsContext> tls) override {
        const std::lock_guard hold(tls_mutex_);
        tls_ = std::move(tls);
    }

    void stop_accepting() override {
        asio::dispatch(home_, [this] {
            error_code ignored;
            acceptor_.close(ignored);
        });
    }

    Task<bool> close_all(CloseCode code, std::string reason, std::chrono::milliseconds grace) override {
        for (auto& connection : server_->open.all()) {
            auto where = connection->executor();
            sessions_.spawn(where, close_one(std::move(connection), code, reason), "close");
        }
        const bool gone = co_await sessions_.wait_idle(grace);
        co_return gone;
    }

    Task<bool> drain(std::chrono::milliseconds grace) override {
        const auto end = std::chrono::steady_clock::now() + grace;
        stop_accepting();
        const bool closed = co_await accepting_.drain(grace);
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        const bool ended = co_await sessions_.drain(std::max(left, std::chrono::milliseconds(0)));
        co_return closed&& ended;
    }

  private:
    static Task<void> close_one(
        std::shared_ptr<WebSocketConnection> connection, CloseCode code, std::string reason
    ) {
        co_await connection->close(code, std::move(reason));
    }

    /// Ends when the acceptor is closed. A failed accept (no descriptors left) pauses, it never ends the
    /// server.
    Task<void> accept_loop() {
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

    Task<void> pause(error_code failed) {
        if (!std::exchange(accept_failed_, true))
            logging::warn("cannot accept connections: {}", failed.message());
        asio::steady_timer timer(home_, kAcceptPause);
        co_await timer.async_wait(as_result);
    }

    void take(tcp::socket socket, const asio::any_io_executor& strand) {
        if (std::exchange(accept_failed_, false)) logging::info("accepting connections again");
        const auto now = sessions_.size();
        const auto most = server_->settings.max_connections;
        if (now >= most + kToldBusy) return;  // closes it
        Arrival arrival(std::move(socket), current_tls(), ++last_id_);
        arrival.busy = now >= most;
        sessions_.spawn(strand, serve_connection(server_, std::move(arrival)), "session");
    }

    std::shared_ptr<const TlsContext> current_tls() {
        const std::lock_guard hold(tls_mutex_);
        return tls_;
    }

    const asio::any_io_executor executor_;
    const asio::any_io_executor home_;  ///< strand of the acceptor
    tcp::acceptor acceptor_;
    std::uint16_t port_ = 0;
    std::shared_ptr<ConnectionServer> server_;
    std::mutex tls_mutex_;
    std::shared_ptr<const TlsContext> tls_;
    std::uint64_t last_id_ = 0;
    bool accept_failed_ = false;
    TaskGroup accepting_;
    TaskGroup sessions_;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(
    asio::any_io_executor executor,
    ListenerSettings settings,
    std::shared_ptr<const TlsContext> tls,
    Handlers handlers
) {
    auto listener =
        std::make_unique<TcpListener>(executor, std::move(settings), std::move(tls), std::move(handlers));
    if (auto bound = listener->bind(); !bound) return bound.error();
    return std::unique_ptr<Listener>(std::move(listener));
}

}  // namespace ctiengine::websocket
