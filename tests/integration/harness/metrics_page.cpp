#include "tests/integration/harness/metrics_page.hpp"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* text) {
    static_cast<std::string*>(text)->append(bytes, size * count);
    return size * count;
}

}  // namespace

std::string metrics_page(ChildProcess& process) {
    const std::string mark = "metrics: ";
    const auto printed = process.output();
    const auto begin = printed.find(mark);
    if (begin == std::string::npos) throw std::runtime_error("the process serves no metrics:\n" + printed);
    const auto address = printed.substr(begin + mark.size(), printed.find('\n', begin) - begin - mark.size());
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(::curl_easy_init(), &::curl_easy_cleanup);
    std::string page;
    ::curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
    ::curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &append);
    ::curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &page);
    ::curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 30L);
    ::curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
    const auto done = ::curl_easy_perform(curl.get());
    if (done != CURLE_OK) throw std::runtime_error(address + ": " + ::curl_easy_strerror(done));
    return page;
}

double rejected(ChildProcess& gateway, const std::string& reason) {
    const auto page = metrics_page(gateway);
    const auto series = "reason=\"" + reason + "\",service=\"gateway\"} ";
    const auto found = page.find(series);
    if (found == std::string::npos) throw std::runtime_error("no such reason: " + reason);
    return std::stod(page.substr(found + series.size()));
}

}  // namespace ctiengine::tests
