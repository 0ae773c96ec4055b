#include "tests/integration/harness/https_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ctiengine::tests {
namespace {

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(data, size * count);
    return size * count;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* into) {
    const std::string line(data, size * count);
    const auto colon = line.find(": ");
    if (colon == std::string::npos) return size * count;
    auto name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    auto value = line.substr(colon + 2);
    value.erase(value.find_last_not_of("\r\n") + 1);
    (*static_cast<std::map<std::string, std::string>*>(into))[name] = value;
    return size * count;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

HeaderList header_list(const std::vector<std::string>& headers) {
    curl_slist* list = nullptr;
    for (const auto& header : headers) list = curl_slist_append(list, header.c_str());
    return {list, &curl_slist_free_all};
}

}  // namespace

HttpResult http_call(const HttpCall& call) {
    HttpResult result;
    std::array<char, CURL_ERROR_SIZE> failure{};
    const Handle handle(curl_easy_init(), &curl_easy_cleanup);
    const auto headers = header_list(call.headers);
    auto* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, call.url.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, call.method.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(call.limit.count()));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, failure.data());
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &result.body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &result.headers);
    if (call.method != "GET") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(call.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.c_str());
    }
    if (!call.trust.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, call.trust.c_str());
    if (!call.cookie_file.empty()) {
        curl_easy_setopt(curl, CURLOPT_COOKIEFILE, call.cookie_file.c_str());
        curl_easy_setopt(curl, CURLOPT_COOKIEJAR, call.cookie_file.c_str());
    }
    result.curl_code = curl_easy_perform(curl);
    if (result.curl_code != CURLE_OK) result.failure = failure.data();
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &result.status);
    return result;
}

}  // namespace ctiengine::tests
