#include "gateway/app/gateway_metrics.hpp"

#include "common/metrics/refusal_metrics.hpp"
#include "common/ops/process_main.hpp"

#include <cstdio>

namespace ctiengine::gateway {

std::unique_ptr<metrics::MetricsServer> open_metrics(
    const config::GatewaySettings& settings,
    std::shared_ptr<const refusals::RefusalBook> refusals,
    std::shared_ptr<const tls::CurrentTls> tls,
    const Ports& ports
) {
    if (settings.metrics_address.empty()) return nullptr;
    metrics::Metrics metrics;
    metrics::add_refusals(metrics, "gateway", std::move(refusals));
    metrics.add_gauge(
        "ctiengine_ws_connections", "Open connections, those without a log-in included",
        {{"service", "gateway"}}, [&ports] { return static_cast<double>(ports.connections()); }
    );
    metrics.add_gauge(
        "ctiengine_tls_cert_not_after_timestamp_seconds", "When the certificate of new connections expires",
        {{"file", settings.certificate.filename().string()}},
        [tls = std::move(tls)] {
            const auto end = tls->get()->not_after().time_since_epoch();
            return static_cast<double>(std::chrono::duration_cast<std::chrono::seconds>(end).count());
        }
    );
    auto server = metrics::MetricsServer::open(settings.metrics_address, metrics);
    if (!server) throw ops::StartError(ops::kCannotStart, server.error().detail);
    const auto host = settings.metrics_address.substr(0, settings.metrics_address.rfind(':'));
    std::printf("metrics: http://%s:%d/metrics\n", host.c_str(), (*server)->port());
    return std::move(*server);
}

}  // namespace ctiengine::gateway
