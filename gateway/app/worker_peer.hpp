#pragma once
#include "config/gateway_settings.hpp"
#include "gateway/worker_link/worker_link.hpp"

namespace ctiengine::gateway {

/// The way to the worker by the settings. Throws ops::StartError when WORKERADDRESS is HOST:PORT and the
/// three peer files are not good enough for it.
WorkerLinkSettings worker_link_settings(const config::GatewaySettings& settings, std::string gateway_id);

}  // namespace ctiengine::gateway
