#include "gateway/app/ports.hpp"

#include "common/logging/log.hpp"
#include "common/ops/process_main.hpp"
#include "common/websocket/static_files.hpp"
#include "gateway/app/gatekeeping.hpp"
#include "gateway/xml/framing.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>

#include <cstdio>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;

constexpr auto kFarewell = 5s;  // for sessions to end politely
constexpr auto kDrain = 5s;     // for what is left to be cancelled

websocket::ListenerSettings web_settings(const config::GatewaySettings& settings) {
    const auto& limits = settings.limits;
    websocket::ListenerSettings port;
    port.address = settings.listen_address;
    port.port = settings.port;
    port.message_bytes = settings.message_size_bytes;
    port.frame_bytes = limits.frame_bytes;
    port.header_bytes = limits.header_bytes;
    port.header_count = limits.header_count;
    port.handshake_limit = limits.handshake;
    port.header_limit = limits.upgrade;
    port.ping_every = limits.ping_every;
    port.pong_limit = limits.pong;
    port.proxy_protocol = settings.sources.proxy_protocol;
    for (auto name : kSubprotocolNames) port.subprotocols.emplace_back(name);
    return port;
}

annexj_server::AnnexJSettings annex_j_settings(const config::GatewaySettings& settings) {
    annexj_server::AnnexJSettings port;
    port.address = settings.listen_address;
    port.port = settings.annex_j_port;
    port.frame_bytes = std::min(port.frame_bytes, settings.message_size_bytes);
    port.handshake_limit = settings.limits.handshake;
    port.keep_alive_after = settings.limits.ping_every;
    port.proxy_protocol = settings.sources.proxy_protocol;
    return port;
}

websocket::HttpResponder http_responder(const config::GatewaySettings& settings) {
    constexpr auto kPrefix = "/softphone/";
    if (settings.softphone_directory.empty()) return websocket::websocket_only;
    auto files = websocket::serve_files({settings.softphone_directory, kPrefix});
    if (!files) throw ops::StartError(ops::kInvalidSettings, "SOFTPHONEDIRECTORY: " + files.error().detail);
    return websocket::route({{kPrefix, std::move(*files)}});
}

}  // namespace

Ports::Ports(const config::GatewaySettings& settings, PortParts parts, RunSession session)
    : annex_j_kind_(settings.annex_j),
      session_(std::move(session)),
      admission_(std::make_shared<tcp_server::Admission>(possible_connections(settings.max_connections))),
      waiting_(std::make_shared<admission::WaitingRoom>(
          settings.limits.unauthenticated, settings.limits.unauthenticated_per_source
      )),
      gatekeeper_(make_gatekeeper(settings, parts)) {
    open_web_port(settings, parts);
    open_annex_j_port(settings, parts);
}

void Ports::open_web_port(const config::GatewaySettings& settings, const PortParts& parts) {
    auto port = web_settings(settings);
    port.admission = admission_;
    port.waiting = waiting_;
    port.refusals = parts.refusals;
    port.balancers = gatekeeper_->balancers();
    websocket::Listener::Handlers handlers{session_, http_responder(settings), gatekeeper_};
    auto listener =
        websocket::Listener::open(parts.executor, std::move(port), parts.tls, std::move(handlers));
    if (!listener) throw ops::StartError(ops::kCannotStart, listener.error().detail);
    web_port_ = std::move(*listener);
    gatekeeper_->add_own_port(web_port_->port());
}

void Ports::open_annex_j_port(const config::GatewaySettings& settings, const PortParts& parts) {
    if (annex_j_kind_ == config::AnnexJ::Off) return;
    auto port = annex_j_settings(settings);
    port.balancers = gatekeeper_->balancers();
    if (annex_j_kind_ == config::AnnexJ::Tcp) {
        logging::warn("ANNEXJ is TCP: log-ins and calls on port ANNEXJPORT cross the network in the clear");
    }
    auto server = annexj_server::open_annexj_listener(
        parts.executor, port, annex_j_kind_ == config::AnnexJ::Tls ? parts.tls : nullptr,
        annexj_server::AnnexJParts{admission_, waiting_, gatekeeper_, parts.refusals}, session_
    );
    if (!server) throw ops::StartError(ops::kCannotStart, "ANNEXJPORT: " + server.error().detail);
    annex_j_port_ = std::move(*server);
}

void Ports::start() {
    web_port_->start();
    if (annex_j_port_) {
        annex_j_port_->start();
        const char* scheme = annex_j_kind_ == config::AnnexJ::Tls ? "tls" : "tcp";
        std::printf("annex J: %s://localhost:%u\n", scheme, annex_j_port_->port());
    }
    std::printf("ready: wss://localhost:%u/\n", web_port_->port());
    std::fflush(stdout);
}

Task<void> Ports::stop() {
    using namespace boost::asio::experimental::awaitable_operators;
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

std::size_t Ports::connections() const {
    return web_port_->connections() + (annex_j_port_ ? annex_j_port_->connections() : 0);
}

}  // namespace ctiengine::gateway
