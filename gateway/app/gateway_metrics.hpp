#pragma once
#include "common/metrics/metrics_server.hpp"
#include "common/refusals/refusal_book.hpp"
#include "common/tls/current_tls.hpp"
#include "config/gateway_settings.hpp"
#include "gateway/app/ports.hpp"

namespace ctiengine::gateway {

/// The gateway's numbers on METRICSADDRESS; null = the setting is empty. Prints where they are. `ports`
/// outlives the server. Throws ops::StartError.
std::unique_ptr<metrics::MetricsServer> open_metrics(
    const config::GatewaySettings& settings,
    std::shared_ptr<const refusals::RefusalBook> refusals,
    std::shared_ptr<const tls::CurrentTls> tls,
    const Ports& ports
);

}  // namespace ctiengine::gateway
