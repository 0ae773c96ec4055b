#include "common/grpc_security/peer_channel.hpp"

#include "common/grpc_security/peer_certificate.hpp"
#include "common/grpc_security/tls_peers.hpp"
#include "common/grpc_security/transport_limits.hpp"
#include "common/grpc_security/unix_connection.hpp"

#include <fmt/core.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/create_channel_posix.h>

namespace ctiengine::grpc_security {
namespace {

grpc::ChannelArguments arguments() {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
    arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);  // a quiet stream is watched, too
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 1000);
    arguments.SetMaxReceiveMessageSize(kLargestMessage);
    return arguments;
}

}  // namespace

Result<std::unique_ptr<PeerChannel>> PeerChannel::open(
    std::string address, Role own, Role server, PeerSettings settings
) {
    std::unique_ptr<PeerChannel> peer(new PeerChannel(std::move(address), settings));
    if (peer->address_.starts_with(kUnixPrefix)) return peer;
    if (auto good = check_peer_files(settings, own, std::chrono::system_clock::now()); !good)
        return good.error();
    peer->tls_ =
        grpc::CreateCustomChannel(peer->address_, tls_channel_credentials(settings, server), arguments());
    return peer;
}

Result<std::shared_ptr<grpc::Channel>> PeerChannel::channel() {
    if (tls_) return tls_;
    auto connection = connect_to_peer(address_.substr(kUnixPrefix.size()), users_);
    if (!connection) return connection.error();
    return grpc::CreateCustomInsecureChannelFromFd("ctiengine-peer", connection->release(), arguments());
}

}  // namespace ctiengine::grpc_security
