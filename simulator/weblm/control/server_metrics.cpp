#include "simulator/weblm/control/server_metrics.hpp"

namespace ctiengine::weblm_sim {
namespace {

void add_requests(metrics::Metrics& metrics, SimulatorParts& parts, std::optional<weblm::Verb> verb) {
    for (std::size_t index = 0; index < RequestCounters::kCodes; ++index) {
        const auto code = static_cast<weblm::ResultCode>(index);
        metrics.add_counter(
            "ctiengine_weblm_sim_requests_total", "Requests that were answered, by verb and result code",
            {{"verb", std::string(verb ? weblm::to_string(*verb) : "none")},
             {"code", std::string(weblm::to_string(code))}},
            [&parts, verb, code] { return static_cast<double>(parts.endpoint.counters().of(verb, code)); }
        );
    }
}

}  // namespace

void add_server_metrics(metrics::Metrics& metrics, SimulatorParts& parts) {
    for (std::size_t index = 0; index < RequestCounters::kVerbs; ++index)
        add_requests(metrics, parts, static_cast<weblm::Verb>(index));
    add_requests(metrics, parts, std::nullopt);
    metrics.add_counter(
        "ctiengine_weblm_sim_http_refused_total", "Requests that got an HTTP error instead of an answer", {},
        [&parts] { return static_cast<double>(parts.endpoint.counters().refused_by_http); }
    );
    metrics.add_counter(
        "ctiengine_weblm_sim_faults_total", "Requests that a fault was played on", {},
        [&parts] { return static_cast<double>(parts.faults.taken()); }
    );
    metrics.add_counter(
        "ctiengine_weblm_sim_log_ins_failed_total", "Log-ins of administrators that failed", {},
        [&parts] { return static_cast<double>(parts.pages.failed_log_ins()); }
    );
    metrics.add_gauge("ctiengine_weblm_sim_holders", "Clients that hold licences now", {}, [&parts] {
        return static_cast<double>(parts.server.holders().size());
    });
}

}  // namespace ctiengine::weblm_sim
