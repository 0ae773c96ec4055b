#pragma once
#include "common/metrics/metrics_server.hpp"

#include <array>
#include <atomic>
#include <cstdint>

namespace ctiengine::license {

/// What Prometheus reads of license-svc. Written on the strand, read on any thread.
struct LicenseNumbers {
    std::array<std::atomic<bool>, 3> mode{};  ///< in the order of Mode
    std::atomic<std::uint32_t> seats_limit{0};
    std::atomic<std::uint32_t> seats_in_use{0};
    std::atomic<std::uint32_t> holders{0};
    std::atomic<std::int64_t> grace_left{0};
};

/// Null when `address` is empty; ops::StartError when it cannot be listened on. `numbers` outlives the
/// server.
std::unique_ptr<metrics::MetricsServer> open_metrics(
    const std::string& address, const LicenseNumbers& numbers
);

}  // namespace ctiengine::license
