#include "common/authentication/https_fetch.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>

namespace ctiengine::authentication {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;

struct Body {
    std::string text;
    std::size_t most = 0;
};

std::size_t collect(char* data, std::size_t /*one*/, std::size_t size, void* into) {
    auto& body = *static_cast<Body*>(into);
    if (size > body.most - body.text.size()) return 0;  // curl gives up
    body.text.append(data, size);
    return size;
}

Handle make_handle() {
    static std::once_flag once;
    std::call_once(once, [] { ::curl_global_init(CURL_GLOBAL_DEFAULT); });
    return {::curl_easy_init(), &::curl_easy_cleanup};
}

template <class Value>
bool set(const Handle& curl, CURLoption option, Value value) {
    return ::curl_easy_setopt(curl.get(), option, value) == CURLE_OK;
}

/// False when this libcurl lacks something that the checks need: then nothing is asked.
bool set_up(const Handle& curl, const HttpsSource& source, Body& body) {
    const auto authority = source.authority.string();
    return curl && set(curl, CURLOPT_URL, source.address.c_str()) &&
           set(curl, CURLOPT_PROTOCOLS_STR, "https") && set(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https") &&
           set(curl, CURLOPT_FOLLOWLOCATION, 1L) && set(curl, CURLOPT_MAXREDIRS, 3L) &&
           set(curl, CURLOPT_SSL_VERIFYPEER, 1L) && set(curl, CURLOPT_SSL_VERIFYHOST, 2L) &&
           set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)) &&
           (authority.empty() || set(curl, CURLOPT_CAINFO, authority.c_str())) &&
           (authority.empty() || set(curl, CURLOPT_CAPATH, nullptr)) &&
           set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(source.budget.count())) &&
           set(curl, CURLOPT_NOSIGNAL, 1L) && set(curl, CURLOPT_USERAGENT, "ctiengine") &&
           set(curl, CURLOPT_WRITEFUNCTION, &collect) && set(curl, CURLOPT_WRITEDATA, &body);
}

}  // namespace

Result<std::string> fetch_https(const HttpsSource& source) {
    Body body;
    body.most = source.most_bytes;
    const auto curl = make_handle();
    char why[CURL_ERROR_SIZE] = "";
    if (!set_up(curl, source, body) || !set(curl, CURLOPT_ERRORBUFFER, why)) {
        return Error{Errc::NotConnected, "libcurl cannot be set up for " + source.address};
    }
    const auto outcome = ::curl_easy_perform(curl.get());
    if (outcome == CURLE_WRITE_ERROR) {
        return Error{
            Errc::TooLarge, "the answer is larger than " + std::to_string(source.most_bytes) + " bytes"};
    }
    if (outcome != CURLE_OK) {
        return Error{Errc::NotConnected, *why != '\0' ? why : ::curl_easy_strerror(outcome)};
    }
    long status = 0;
    ::curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) return Error{Errc::NotConnected, "it answered with status " + std::to_string(status)};
    return std::move(body.text);
}

}  // namespace ctiengine::authentication
