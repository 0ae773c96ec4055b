#pragma once
#include "gateway/app/ports.hpp"

namespace ctiengine::gateway {

/// Who may open a connection, by the settings. Throws ops::StartError for a bad LOADBALANCER or ORIGINS.
std::shared_ptr<admission::Gatekeeper> make_gatekeeper(
    const config::GatewaySettings& settings, const PortParts& parts
);

/// `wanted` connections, as far as this process may have open files; raises the soft limit to the hard one
/// first. Tells when it is less.
std::size_t possible_connections(std::size_t wanted);

}  // namespace ctiengine::gateway
