#pragma once
#include "config/gateway_settings.hpp"

namespace ctiengine::gateway {

/// Runs the gateway until SIGINT or SIGTERM: link to the worker, TLS, listener; stops in reverse order.
/// Prints "ready: wss://localhost:PORT/" when clients may connect. Returns the error that kept it from
/// starting.
Result<void> run_gateway(const config::GatewaySettings& settings);

}  // namespace ctiengine::gateway
