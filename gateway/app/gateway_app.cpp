#include "gateway/app/gateway_app.hpp"

#include "common/logging/log.hpp"
#include "common/tasks/shutdown_signal.hpp"
#include "common/websocket/listener.hpp"
#include "common/websocket/static_files.hpp"
#include "gateway/session/session.hpp"
#include "gateway/worker_link/worker_link.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <unistd.h>

#include <cstdio>
#include <random>
#include <thread>
#include <vector>

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

websocket::RunSession session_runner(TelephonyLink& link, const Clock& clock, SessionSettings settings) {
    return [&link, &clock, settings](std::shared_ptr<websocket::WebSocketConnection> connection) {
        return std::make_shared<Session>(std::move(connection), link, clock, settings)->run();
    };
}

Task<void> serve(websocket::Listener& listener, WorkerLink& link, ShutdownSignal& shutdown) {
    listener.start();
    std::printf("ready: wss://localhost:%u/\n", listener.port());
    std::fflush(stdout);
    auto why = co_await shutdown.wait();
    logging::info("stopping: {}", why);
    listener.stop_accepting();
    std::string farewell = "the gateway is restarting";
    co_await listener.close_all(websocket::CloseCode::ServiceRestart, farewell, kFarewell);
    co_await listener.drain(kDrain);
    link.stop();
}

}  // namespace

Result<void> run_gateway(const config::GatewaySettings& settings) {
    SystemClock clock;
    asio::io_context io(static_cast<int>(settings.threads));
    ShutdownSignal shutdown(io.get_executor());
    auto tls = websocket::TlsContext::load({settings.certificate, settings.private_key});
    if (!tls) return tls.error();
    for (const auto& warning : (*tls)->warnings()) logging::warn("{}", warning);
    auto http = http_responder(settings);
    if (!http) return http.error();
    auto link = WorkerLink::make(io.get_executor(), {settings.worker_address, new_gateway_id()});
    websocket::Listener::Handlers handlers{
        session_runner(*link, clock, session_settings(settings)), std::move(*http), nullptr};
    auto listener =
        websocket::Listener::open(io.get_executor(), listener_settings(settings), *tls, std::move(handlers));
    if (!listener) return listener.error();
    logging::warn(
        "every client is trusted: no user is authenticated in this version, so keep the port inside the "
        "network"
    );

    auto link_ended = asio::co_spawn(io, link->run(), asio::use_future);
    auto served = asio::co_spawn(io, serve(**listener, *link, shutdown), asio::use_future);
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < settings.threads; ++i) threads.emplace_back([&io] { io.run(); });
    io.run();
    for (auto& thread : threads) thread.join();
    served.get();
    link_ended.get();
    return {};
}

}  // namespace ctiengine::gateway
