#pragma once
#include "common/metrics/metrics.hpp"
#include "common/refusals/refusal_book.hpp"

namespace ctiengine::metrics {

/// A series for each row of the refusal table: ctiengine_ws_rejected_total{service,reason}. `book` lives as
/// long as the metrics are read.
void add_refusals(
    Metrics& metrics, const std::string& service, std::shared_ptr<const refusals::RefusalBook> book
);

}  // namespace ctiengine::metrics
