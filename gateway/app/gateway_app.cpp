#include "gateway/app/gateway_app.hpp"

#include "common/annexj_server/annexj_listener.hpp"
#include "common/logging/log.hpp"
#include "common/tasks/task_group.hpp"
#include "common/websocket/listener.hpp"
#include "common/websocket/static_files.hpp"
#include "gateway/app/audit_trail.hpp"
#include "gateway/app/authentication.hpp"
#include "gateway/app/worker_peer.hpp"
#include "gateway/session/session.hpp"
#include "gateway/worker_link/worker_link.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include <unistd.h>

#include <cstdio>
#include <random>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto kFarewell = 5s;  // for sessions to end politely
constexpr auto kDrain = 5s;     // for what is left to be cancelled
constexpr auto kLogInByTcp = 30s;

std::string new_gateway_id() {
    std::random_device random;
    return "gateway-" + std::to_string(::getpid()) + "-" + std::to_string(random());
}

SessionSettings session_settings(const config::GatewaySettings& settings) {
    SessionSettings session;
    session.idle_limit = settings.connection_timeout;
    session.longest_session = settings.session_duration;
    session.request_budget = settings.request_timeout;
    session.message_bytes = settings.message_size_bytes;
    session.outbox_messages = settings.send_queue_messages;
    return session;
}

annexj_server::AnnexJSettings annex_j_settings(const config::GatewaySettings& settings) {
    annexj_server::AnnexJSettings port;
    port.address = settings.listen_address;
    port.port = settings.annex_j_port;
    port.frame_bytes = std::min(port.frame_bytes, settings.message_size_bytes);
    return port;
}

websocket::ListenerSettings listener_settings(const config::GatewaySettings& settings) {
    websocket::ListenerSettings listener;
    listener.address = settings.listen_address;
    listener.port = settings.port;
    listener.message_bytes = settings.message_size_bytes;
    for (auto name : kSubprotocolNames) listener.subprotocols.emplace_back(name);
    return listener;
}

Result<websocket::HttpResponder> http_responder(const config::GatewaySettings& settings) {
    constexpr auto kPrefix = "/softphone/";
    if (settings.softphone_directory.empty()) return websocket::HttpResponder(websocket::websocket_only);
    auto files = websocket::serve_files({settings.softphone_directory, kPrefix});
    if (!files) return files.error();
    return websocket::route({{kPrefix, std::move(*files)}});
}

/// Keeps the session alive: a coroutine that has not begun holds nothing but its parameters.
Task<void> run_session(std::shared_ptr<Session> session) {
    co_await session->run();
}

annexj_server::RunSession session_runner(const SessionServices& services, const SessionSettings& settings) {
    return [services, settings](std::shared_ptr<connection::MessageConnection> connection) {
        return run_session(std::make_shared<Session>(std::move(connection), services, settings));
    };
}

class GatewayApp final : public ops::Application {
  public:
    GatewayApp(asio::io_context& io, const config::GatewaySettings& settings)
        : io_(io),
          settings_(settings),
          link_(WorkerLink::make(io.get_executor(), worker_link_settings(settings, new_gateway_id()))),
          tasks_(
              io.get_executor(),
              [](std::string_view task, const std::string& what) {
                  logging::error("{} ended by an exception: {}", task, what);
              }
          ),
          admission_(std::make_shared<tcp_server::Admission>(settings.max_connections)) {}

    Task<void> run(ShutdownSignal& stop) override;

  private:
    using TlsPointer = std::shared_ptr<const tls::TlsContext>;

    TlsPointer load_tls() const;
    SessionServices services() { return {*link_, clock_, directory_, *authenticator_, refusals_}; }
    void open_web_port(TlsPointer tls);
    void open_annex_j_port(TlsPointer tls);
    void start_ports();
    Task<void> stop_ports();

    asio::io_context& io_;
    config::GatewaySettings settings_;
    SystemClock clock_;
    SessionDirectory directory_;
    std::unique_ptr<audit::AuditTrail> audit_ = open_audit_trail(settings_, clock_);
    refusals::RefusalBook refusals_{*audit_};
    std::unique_ptr<identity::Authenticator> authenticator_ = make_authenticator(settings_, clock_, *audit_);
    std::shared_ptr<WorkerLink> link_;
    TaskGroup tasks_;
    std::shared_ptr<tcp_server::Admission> admission_;
    std::unique_ptr<websocket::Listener> web_port_;
    std::unique_ptr<tcp_server::TcpServer> annex_j_port_;  ///< null = off
};

GatewayApp::TlsPointer GatewayApp::load_tls() const {
    auto tls = tls::TlsContext::load({settings_.certificate, settings_.private_key});
    if (!tls) throw ops::StartError(ops::kInvalidSettings, tls.error().detail);
    for (const auto& warning : (*tls)->warnings()) logging::warn("{}", warning);
    return *tls;
}

void GatewayApp::open_web_port(TlsPointer tls) {
    auto http = http_responder(settings_);
    if (!http) throw ops::StartError(ops::kInvalidSettings, "SOFTPHONEDIRECTORY: " + http.error().detail);
    websocket::Listener::Handlers handlers{
        session_runner(services(), session_settings(settings_)), std::move(*http), nullptr};
    auto port = listener_settings(settings_);
    port.admission = admission_;
    auto listener =
        websocket::Listener::open(io_.get_executor(), std::move(port), std::move(tls), std::move(handlers));
    if (!listener) throw ops::StartError(ops::kCannotStart, listener.error().detail);
    web_port_ = std::move(*listener);
}

void GatewayApp::open_annex_j_port(TlsPointer tls) {
    if (settings_.annex_j == config::AnnexJ::Off) return;
    auto session = session_settings(settings_);
    session.log_in_limit = kLogInByTcp;
    if (settings_.annex_j == config::AnnexJ::Tcp) {
        logging::warn("ANNEXJ is TCP: log-ins and calls on port ANNEXJPORT cross the network in the clear");
        tls = nullptr;
    }
    auto server = annexj_server::open_annexj_listener(
        io_.get_executor(), annex_j_settings(settings_), std::move(tls), admission_,
        session_runner(services(), session)
    );
    if (!server) throw ops::StartError(ops::kCannotStart, "ANNEXJPORT: " + server.error().detail);
    annex_j_port_ = std::move(*server);
}

void GatewayApp::start_ports() {
    web_port_->start();
    if (annex_j_port_) {
        annex_j_port_->start();
        const char* scheme = settings_.annex_j == config::AnnexJ::Tls ? "tls" : "tcp";
        std::printf("annex J: %s://localhost:%u\n", scheme, annex_j_port_->port());
    }
    std::printf("ready: wss://localhost:%u/\n", web_port_->port());
    std::fflush(stdout);
}

Task<void> GatewayApp::stop_ports() {
    using namespace asio::experimental::awaitable_operators;
    constexpr auto kWhy = connection::CloseCode::ServiceRestart;
    const std::string farewell = "the gateway is restarting";
    web_port_->stop_accepting();
    if (!annex_j_port_) {
        co_await web_port_->close_all(kWhy, farewell, kFarewell);
        co_await web_port_->drain(kDrain);
        co_return;
    }
    annex_j_port_->stop_accepting();
    co_await (
        web_port_->close_all(kWhy, farewell, kFarewell) && annex_j_port_->close_all(kWhy, farewell, kFarewell)
    );
    co_await (web_port_->drain(kDrain) && annex_j_port_->drain(kDrain));
}

Task<void> GatewayApp::run(ShutdownSignal& stop) {
    auto tls = load_tls();
    open_web_port(tls);
    open_annex_j_port(std::move(tls));
    tasks_.spawn(asio::make_strand(io_), link_->run(), "worker link");
    start_ports();
    audit_->record({"start", {}, {}, {}, {{"process", "gateway"}}});

    auto why = co_await stop.wait();
    logging::info("stopping: {}", why);
    audit_->record({"stop", {}, {}, {}, {{"process", "gateway"}, {"why", std::string(why)}}});
    co_await stop_ports();
    link_->stop();
    co_await tasks_.wait_idle(kDrain);
}

}  // namespace

std::unique_ptr<ops::Application> make_gateway(
    asio::io_context& io, const config::GatewaySettings& settings
) {
    return std::make_unique<GatewayApp>(io, settings);
}

}  // namespace ctiengine::gateway
