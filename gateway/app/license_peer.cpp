#include "gateway/app/license_peer.hpp"

#include "common/ops/process_main.hpp"

#include <unistd.h>

#include <array>

namespace ctiengine::gateway {
namespace {

/// The same after a restart, so that license-svc knows whose seats are free; a port that the system chooses
/// is another gateway each time.
std::string own_name(const config::GatewaySettings& settings) {
    if (!settings.gateway_name.empty()) return settings.gateway_name;
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
    const auto number =
        settings.port == 0 ? "pid " + std::to_string(::getpid()) : std::to_string(settings.port);
    return std::string(host.data()) + ":" + number;
}

}  // namespace

HolderLinkSettings holder_link_settings(const config::GatewaySettings& settings) {
    using grpc_security::Role;
    const auto& peers = settings.peers;
    auto service = grpc_security::PeerChannel::open(
        settings.license_address, Role::Gateway, Role::License,
        {peers.certificate, peers.private_key, peers.authority, peers.users}
    );
    if (!service) {
        throw ops::StartError(ops::kInvalidSettings, "LICENSEADDRESS: " + service.error().detail);
    }
    HolderLinkSettings link;
    link.service = std::move(*service);
    link.holder = own_name(settings);
    return link;
}

}  // namespace ctiengine::gateway
