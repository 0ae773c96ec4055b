#include "gateway/app/gateway_app.hpp"

#include "common/logging/log.hpp"
#include "common/tasks/task_group.hpp"
#include "common/websocket/listener.hpp"
#include "common/websocket/static_files.hpp"
#include "gateway/session/session.hpp"
#include "gateway/worker_link/worker_link.hpp"

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

websocket::ListenerSettings listener_settings(const config::GatewaySettings& settings) {
    websocket::ListenerSettings listener;
    listener.address = settings.listen_address;
    listener.port = settings.port;
    listener.message_bytes = settings.message_size_bytes;
    listener.max_connections = settings.max_connections;
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

websocket::RunSession session_runner(TelephonyLink& link, const Clock& clock, SessionSettings settings) {
    return [&link, &clock, settings](std::shared_ptr<websocket::WebSocketConnection> connection) {
        return run_session(std::make_shared<Session>(std::move(connection), link, clock, settings));
    };
}

class GatewayApp final : public ops::Application {
  public:
    GatewayApp(asio::io_context& io, const config::GatewaySettings& settings)
        : io_(io),
          settings_(settings),
          link_(WorkerLink::make(io.get_executor(), {settings.worker_address, new_gateway_id()})),
          tasks_(io.get_executor(), [](std::string_view task, const std::string& what) {
              logging::error("{} ended by an exception: {}", task, what);
          }) {}

    Task<void> run(ShutdownSignal& stop) override;

  private:
    std::unique_ptr<websocket::Listener> open_listener();

    asio::io_context& io_;
    config::GatewaySettings settings_;
    SystemClock clock_;
    std::shared_ptr<WorkerLink> link_;
    TaskGroup tasks_;
};

std::unique_ptr<websocket::Listener> GatewayApp::open_listener() {
    auto tls = tls::TlsContext::load({settings_.certificate, settings_.private_key});
    if (!tls) throw ops::StartError(ops::kInvalidSettings, tls.error().detail);
    for (const auto& warning : (*tls)->warnings()) logging::warn("{}", warning);
    auto http = http_responder(settings_);
    if (!http) throw ops::StartError(ops::kInvalidSettings, "SOFTPHONEDIRECTORY: " + http.error().detail);
    websocket::Listener::Handlers handlers{
        session_runner(*link_, clock_, session_settings(settings_)), std::move(*http), nullptr};
    auto listener = websocket::Listener::open(
        io_.get_executor(), listener_settings(settings_), *tls, std::move(handlers)
    );
    if (!listener) throw ops::StartError(ops::kCannotStart, listener.error().detail);
    return std::move(*listener);
}

Task<void> GatewayApp::run(ShutdownSignal& stop) {
    auto listener = open_listener();
    logging::warn(
        "every client is trusted: no user is authenticated in this version, so keep the port inside the "
        "network"
    );
    tasks_.spawn(asio::make_strand(io_), link_->run(), "worker link");
    listener->start();
    std::printf("ready: wss://localhost:%u/\n", listener->port());
    std::fflush(stdout);

    auto why = co_await stop.wait();
    logging::info("stopping: {}", why);
    listener->stop_accepting();
    std::string farewell = "the gateway is restarting";
    co_await listener->close_all(websocket::CloseCode::ServiceRestart, std::move(farewell), kFarewell);
    co_await listener->drain(kDrain);
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
