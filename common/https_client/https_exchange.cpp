#include "common/https_client/https_exchange.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <system_error>

namespace ctiengine::https {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&::curl_slist_free_all)>;

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

Headers make_headers(const Request& request) {
    Headers headers(::curl_slist_append(nullptr, "Expect:"), &::curl_slist_free_all);  // no waiting for "100"
    for (const auto& header : request.headers) ::curl_slist_append(headers.get(), header.c_str());
    return headers;
}

template <class Value>
bool set(const Handle& curl, CURLoption option, Value value) {
    return ::curl_easy_setopt(curl.get(), option, value) == CURLE_OK;
}

bool set_up_tls(const Handle& curl, const Request& request) {
    const auto authority = request.authority.string();
    return set(curl, CURLOPT_SSL_VERIFYPEER, 1L) && set(curl, CURLOPT_SSL_VERIFYHOST, 2L) &&
           set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)) &&
           (authority.empty() || set(curl, CURLOPT_CAINFO, authority.c_str())) &&
           (authority.empty() || set(curl, CURLOPT_CAPATH, nullptr)) &&
           (request.pinned_key.empty() || set(curl, CURLOPT_PINNEDPUBLICKEY, request.pinned_key.c_str()));
}

bool set_up_way(const Handle& curl, const Request& request) {
    return set(curl, CURLOPT_URL, request.address.c_str()) && set(curl, CURLOPT_PROTOCOLS_STR, "https") &&
           set(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https") &&
           set(curl, CURLOPT_FOLLOWLOCATION, request.redirects > 0 ? 1L : 0L) &&
           set(curl, CURLOPT_MAXREDIRS, request.redirects) &&
           (request.proxy_of_environment || set(curl, CURLOPT_PROXY, "")) &&
           set(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_budget.count())) &&
           set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(request.budget.count())) &&
           set(curl, CURLOPT_NOSIGNAL, 1L);
}

bool set_up_content(const Handle& curl, const Request& request, const Headers& headers, Body& answer) {
    return set(curl, CURLOPT_USERAGENT, "ctiengine") && set(curl, CURLOPT_HTTPHEADER, headers.get()) &&
           (!request.body ||
            (set(curl, CURLOPT_POST, 1L) && set(curl, CURLOPT_POSTFIELDS, request.body->data()) &&
             set(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body->size())))) &&
           set(curl, CURLOPT_WRITEFUNCTION, &collect) && set(curl, CURLOPT_WRITEDATA, &answer);
}

Errc kind_of(CURLcode outcome) {
    switch (outcome) {
        case CURLE_OPERATION_TIMEDOUT: return Errc::DeadlineExceeded;
        case CURLE_COULDNT_CONNECT:
        case CURLE_COULDNT_RESOLVE_HOST: return Errc::NotConnected;
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT: return Errc::InvalidSettings;
        default: return Errc::Io;
    }
}

bool is_connected(const Handle& curl) {
    curl_off_t tls_was_up_after = 0;  // microseconds; 0: it never was
    return ::curl_easy_getinfo(curl.get(), CURLINFO_APPCONNECT_TIME_T, &tls_was_up_after) == CURLE_OK &&
           tls_was_up_after > 0;
}

/// libcurl's words, but for those that hold a measured time: the same failure has the same words each time.
std::string words_for(const Handle& curl, const Request& request, CURLcode outcome, const char* why) {
    if (outcome == CURLE_OPERATION_TIMEDOUT) {
        const bool up = is_connected(curl);
        const auto budget = up ? request.budget : std::min(request.connect_budget, request.budget);
        return (up ? "no whole answer within " : "no connection within ") + std::to_string(budget.count()) +
               " ms";
    }
    long reason = 0;
    if (outcome == CURLE_COULDNT_CONNECT &&
        ::curl_easy_getinfo(curl.get(), CURLINFO_OS_ERRNO, &reason) == CURLE_OK && reason != 0) {
        return "cannot connect: " + std::system_category().message(static_cast<int>(reason));
    }
    return *why != '\0' ? why : ::curl_easy_strerror(outcome);
}

}  // namespace

Result<Answer> exchange(const Request& request) {
    Body body;
    body.most = request.most_bytes;
    const auto curl = make_handle();
    const auto headers = make_headers(request);
    char why[CURL_ERROR_SIZE] = "";
    // Nothing is asked when this libcurl lacks something that the checks need.
    if (!curl || !set_up_way(curl, request) || !set_up_tls(curl, request) ||
        !set_up_content(curl, request, headers, body) || !set(curl, CURLOPT_ERRORBUFFER, why)) {
        return Error{Errc::NotConnected, "libcurl cannot be set up for " + request.address};
    }
    const auto outcome = ::curl_easy_perform(curl.get());
    if (outcome == CURLE_WRITE_ERROR) {
        return Error{
            Errc::TooLarge, "the answer is larger than " + std::to_string(request.most_bytes) + " bytes"};
    }
    if (outcome != CURLE_OK) {
        return Error{kind_of(outcome), words_for(curl, request, outcome, why)};
    }
    Answer answer;
    ::curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    answer.body = std::move(body.text);
    return answer;
}

}  // namespace ctiengine::https
