#pragma once
#include "common/metrics/metrics.hpp"
#include "common/result/result.hpp"

#include <memory>
#include <string>

namespace ctiengine::metrics {

/// Answers Prometheus at http://HOST:PORT/metrics. In the clear and without a log-in: for the loopback
/// address, or a network that may know (METRICSADDRESS).
class MetricsServer {
  public:
    /// `address`: HOST:PORT, port 0 = any free one. Io when it cannot be listened on.
    static Result<std::unique_ptr<MetricsServer>> open(const std::string& address, const Metrics& metrics);

    virtual ~MetricsServer() = default;

    virtual int port() const = 0;
};

}  // namespace ctiengine::metrics
