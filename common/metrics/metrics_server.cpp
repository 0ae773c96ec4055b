#include "common/metrics/metrics_server.hpp"

#include <prometheus/exposer.h>

#include <exception>

namespace ctiengine::metrics {
namespace {

class ExposedMetrics final : public MetricsServer {
  public:
    ExposedMetrics(const std::string& address, const Metrics& metrics)
        : metrics_(metrics.collectable()), exposer_(address, 1) {
        exposer_.RegisterCollectable(metrics_);
    }
    int port() const override { return exposer_.GetListeningPorts().front(); }

  private:
    std::shared_ptr<prometheus::Collectable> metrics_;
    prometheus::Exposer exposer_;
};

}  // namespace

Result<std::unique_ptr<MetricsServer>> MetricsServer::open(
    const std::string& address, const Metrics& metrics
) {
    try {
        return std::unique_ptr<MetricsServer>(new ExposedMetrics(address, metrics));
    } catch (const std::exception& failed) {
        return Error{
            Errc::Io, "METRICSADDRESS " + address + " cannot be listened on (" + failed.what() +
                          "): is the port taken, is the address one of this host?"};
    }
}

}  // namespace ctiengine::metrics
