#include "common/metrics/metrics.hpp"

#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <utility>
#include <vector>

namespace ctiengine::metrics {

class Metrics::Families final : public prometheus::Collectable {
  public:
    struct Series {
        Labels labels;
        Value value;
    };
    struct Family {
        std::string help;
        prometheus::MetricType type = prometheus::MetricType::Gauge;
        std::vector<Series> series;
    };

    void add(const std::string& name, const std::string& help, prometheus::MetricType type, Series series) {
        auto& family = by_name_[name];
        family.help = help;
        family.type = type;
        family.series.push_back(std::move(series));
    }

    std::vector<prometheus::MetricFamily> Collect() const override {
        std::vector<prometheus::MetricFamily> all;
        for (const auto& [name, family] : by_name_) {
            prometheus::MetricFamily out{name, family.help, family.type, {}};
            for (const auto& series : family.series) out.metric.push_back(metric_of(family.type, series));
            all.push_back(std::move(out));
        }
        return all;
    }

  private:
    static prometheus::ClientMetric metric_of(prometheus::MetricType type, const Series& series) {
        prometheus::ClientMetric metric;
        for (const auto& [name, value] : series.labels) metric.label.push_back({name, value});
        if (type == prometheus::MetricType::Counter) {
            metric.counter.value = series.value();
        } else {
            metric.gauge.value = series.value();
        }
        return metric;
    }

    std::map<std::string, Family> by_name_;
};

Metrics::Metrics() : families_(std::make_shared<Families>()) {}

void Metrics::add_counter(const std::string& name, const std::string& help, Labels labels, Value value) {
    families_->add(name, help, prometheus::MetricType::Counter, {std::move(labels), std::move(value)});
}

void Metrics::add_gauge(const std::string& name, const std::string& help, Labels labels, Value value) {
    families_->add(name, help, prometheus::MetricType::Gauge, {std::move(labels), std::move(value)});
}

std::shared_ptr<prometheus::Collectable> Metrics::collectable() const {
    return families_;
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(collectable()->Collect());
}

}  // namespace ctiengine::metrics
