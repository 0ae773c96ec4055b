#pragma once
#include "common/ops/process_main.hpp"
#include "config/gateway_settings.hpp"

namespace ctiengine::gateway {

/// The gateway as a process: link to the worker, TLS, listener; stopped in reverse order. Prints
/// "ready: wss://localhost:PORT/" when clients may connect. A worker that is not there is waited for.
std::unique_ptr<ops::Application> make_gateway(
    boost::asio::io_context& io, const config::GatewaySettings& settings
);

}  // namespace ctiengine::gateway
