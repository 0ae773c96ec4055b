#include "tests/integration/harness/metrics_page.hpp"

#include "tests/integration/harness/https_client.hpp"

#include <stdexcept>

namespace ctiengine::tests {

std::string metrics_page(ChildProcess& process) {
    const std::string mark = "metrics: ";
    const auto printed = process.output();
    const auto begin = printed.find(mark);
    if (begin == std::string::npos) throw std::runtime_error("the process serves no metrics:\n" + printed);
    HttpCall call;
    call.url = printed.substr(begin + mark.size(), printed.find('\n', begin) - begin - mark.size());
    auto result = http_call(call);
    if (result.status != 200) throw std::runtime_error(call.url + ": " + result.failure);
    return std::move(result.body);
}

double rejected(ChildProcess& gateway, const std::string& reason) {
    const auto page = metrics_page(gateway);
    const auto series = "reason=\"" + reason + "\",service=\"gateway\"} ";
    const auto found = page.find(series);
    if (found == std::string::npos) throw std::runtime_error("no such reason: " + reason);
    return std::stod(page.substr(found + series.size()));
}

}  // namespace ctiengine::tests
