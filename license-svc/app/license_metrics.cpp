#include "license-svc/app/license_metrics.hpp"

#include "common/ops/process_main.hpp"
#include "license-svc/modes/entitlement.hpp"

#include <cstdio>

namespace ctiengine::license {

std::unique_ptr<metrics::MetricsServer> open_metrics(
    const std::string& address, const LicenseNumbers& numbers
) {
    if (address.empty()) return nullptr;
    metrics::Metrics metrics;
    for (const auto mode : {Mode::Licensed, Mode::Grace, Mode::Unlicensed}) {
        metrics.add_gauge(
            "ctiengine_license_mode", "1 for the mode that the licence is in",
            {{"mode", std::string(to_string(mode))}},
            [&numbers, mode] { return numbers.mode[static_cast<std::size_t>(mode)].load() ? 1.0 : 0.0; }
        );
    }
    metrics.add_gauge("ctiengine_license_seats_limit", "Users who may work at once", {}, [&numbers] {
        return static_cast<double>(numbers.seats_limit.load());
    });
    metrics.add_gauge(
        "ctiengine_license_seats_in_use", "Users who work, and seats kept for those who may come back", {},
        [&numbers] { return static_cast<double>(numbers.seats_in_use.load()); }
    );
    metrics.add_gauge("ctiengine_license_holders", "Gateways that are connected", {}, [&numbers] {
        return static_cast<double>(numbers.holders.load());
    });
    metrics.add_gauge(
        "ctiengine_license_grace_remaining_seconds", "Left of the grace period; 0 in other modes", {},
        [&numbers] { return static_cast<double>(numbers.grace_left.load()); }
    );
    auto server = metrics::MetricsServer::open(address, metrics);
    if (!server) throw ops::StartError(ops::kCannotStart, "LICENSEMETRICSADDRESS: " + server.error().detail);
    const auto host = address.substr(0, address.rfind(':'));
    std::printf("metrics: http://%s:%d/metrics\n", host.c_str(), (*server)->port());
    return std::move(*server);
}

}  // namespace ctiengine::license
