#include "common/grpc_security/peer_server.hpp"

#include "common/grpc_security/peer_certificate.hpp"
#include "common/grpc_security/tls_peers.hpp"
#include "common/grpc_security/transport_limits.hpp"
#include "common/logging/log.hpp"

#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/server_posix.h>

#include <chrono>

namespace ctiengine::grpc_security {
namespace {

void set_limits(grpc::ServerBuilder& builder) {
    builder.SetMaxReceiveMessageSize(kLargestMessage);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, kPingsAtMostEveryMs);
    builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, kHandshakeMs);
    // A second process on the port is a mistake, not a helper.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

}  // namespace

Result<std::unique_ptr<PeerServer>> PeerServer::open(
    boost::asio::any_io_executor executor,
    PeerServerSettings settings,
    const std::vector<grpc::Service*>& services,
    audit::AuditTrail& audit
) {
    std::unique_ptr<PeerServer> server(new PeerServer(audit));
    server->configured_ = server->address_ = settings.address;
    settings.rules.allow("grpc.health.v1.Health", Roles::all());
    if (settings.address.starts_with(kUnixPrefix)) {
        if (auto opened = server->open_unix(std::move(executor), settings); !opened) return opened.error();
    } else {
        auto good = check_peer_files(settings.peers, settings.own, std::chrono::system_clock::now());
        if (!good) return good.error();
    }
    if (auto started = server->start(settings, services); !started) return started.error();
    if (server->listener_) server->take_unix_connections();
    return server;
}

Result<void> PeerServer::open_unix(
    boost::asio::any_io_executor executor, const PeerServerSettings& settings
) {
    AllowedUsers users(settings.peers.users);
    for (const auto& name : users.unknown()) {
        logging::info("PEERUSERS: this host has no user '{}'; the name is ignored", name);
    }
    auto path = settings.address.substr(kUnixPrefix.size());
    auto listener = UnixListener::open(std::move(executor), std::move(path), std::move(users));
    if (!listener) {
        return Error{
            listener.error().code,
            fmt::format("cannot listen on {}: {}", settings.address, listener.error().detail)};
    }
    listener_ = std::move(*listener);
    return {};
}

Result<void> PeerServer::start(
    const PeerServerSettings& settings, const std::vector<grpc::Service*>& services
) {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    set_limits(builder);
    int port = 0;
    if (!listener_) {
        auto denied = [this](const DeniedCall& call) { note_denied(call.peer, call.method); };
        auto credentials = tls_server_credentials(settings.peers, settings.rules, denied);
        builder.AddListeningPort(address_, std::move(credentials), &port);
    }
    for (auto* service : services) builder.RegisterService(service);
    server_ = builder.BuildAndStart();
    if (!server_ || (!listener_ && port == 0)) {
        return Error{
            Errc::Io,
            fmt::format(
                "cannot listen on {}: does another process, is the host's name or address right?", address_
            )};
    }
    if (!listener_) address_ = address_.substr(0, address_.rfind(':')) + ":" + std::to_string(port);
    return {};
}

void PeerServer::take_unix_connections() {
    UnixListener::Handlers handlers;
    handlers.accepted = [this](Descriptor connection) {
        grpc::AddInsecureChannelFromFd(server_.get(), connection.release());
    };
    handlers.turned_away = [this](const PeerProcess& who) { note_stranger(who); };
    listener_->start(std::move(handlers));
}

void PeerServer::note_stranger(const PeerProcess& who) {
    turned_away_.fetch_add(1, std::memory_order_relaxed);
    auto user = std::to_string(who.user);
    auto quiet = spoken_.ask(user, std::chrono::steady_clock::now());
    if (!quiet) return;
    logging::warn(
        "{}: a connection of user {}, process {}, was closed; PEERUSERS names who may connect{}", configured_,
        user, who.process, and_more(*quiet)
    );
    audit::AuditEntry entry{"peer refused"};
    entry.source = configured_;
    entry.fields = {{"uid", user}, {"pid", std::to_string(who.process)}, {"more", std::to_string(*quiet)}};
    audit_.record(std::move(entry));
}

void PeerServer::note_denied(const std::string& peer, const std::string& method) {
    turned_away_.fetch_add(1, std::memory_order_relaxed);
    auto quiet = spoken_.ask(peer, std::chrono::steady_clock::now());
    if (!quiet) return;
    logging::warn("{}: {} may not call {}{}", configured_, peer, method, and_more(*quiet));
    audit::AuditEntry entry{"peer call refused"};
    entry.source = configured_;
    entry.fields = {{"peer", peer}, {"method", method}, {"more", std::to_string(*quiet)}};
    audit_.record(std::move(entry));
}

PeerServer::~PeerServer() {
    shut_down();
}

void PeerServer::shut_down() {
    if (listener_) listener_->stop();
    if (!server_) return;
    server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(3));
    server_->Wait();
    server_.reset();
}

}  // namespace ctiengine::grpc_security
