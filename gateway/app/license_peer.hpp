#pragma once
#include "config/gateway_settings.hpp"
#include "gateway/license_link/holder_link.hpp"

namespace ctiengine::gateway {

/// The way to license-svc; ops::StartError when LICENSEADDRESS or a peer file is not good enough.
HolderLinkSettings holder_link_settings(const config::GatewaySettings& settings);

}  // namespace ctiengine::gateway
