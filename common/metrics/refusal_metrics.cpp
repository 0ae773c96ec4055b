#include "common/metrics/refusal_metrics.hpp"

namespace ctiengine::metrics {

void add_refusals(
    Metrics& metrics, const std::string& service, std::shared_ptr<const refusals::RefusalBook> book
) {
    for (const auto& row : refusals::refusal_table()) {
        metrics.add_counter(
            "ctiengine_ws_rejected_total", "Clients, log-ins and requests that were turned away, by reason",
            {{"service", service}, {"reason", std::string(row.label)}},
            [book, refusal = row.refusal] { return static_cast<double>(book->count(refusal)); }
        );
    }
}

}  // namespace ctiengine::metrics
