#include "gateway/app/worker_peer.hpp"

#include "common/ops/process_main.hpp"

namespace ctiengine::gateway {

WorkerLinkSettings worker_link_settings(const config::GatewaySettings& settings, std::string gateway_id) {
    using grpc_security::Role;
    const auto& peers = settings.peers;
    auto worker = grpc_security::PeerChannel::open(
        settings.worker_address, Role::Gateway, Role::Worker,
        {peers.certificate, peers.private_key, peers.authority, peers.users}
    );
    if (!worker) {
        throw ops::StartError(ops::kInvalidSettings, "WORKERADDRESS: " + worker.error().detail);
    }
    WorkerLinkSettings link;
    link.worker = std::move(*worker);
    link.gateway_id = std::move(gateway_id);
    return link;
}

}  // namespace ctiengine::gateway
