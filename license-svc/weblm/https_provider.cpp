#include "license-svc/weblm/https_provider.hpp"

#include "common/https_client/https_exchange.hpp"
#include "common/weblm_messages/request_xml.hpp"
#include "common/weblm_messages/response_xml.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>

namespace ctiengine::license {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::string_view kPin = "sha256//";
constexpr std::size_t kPinBytes = 44;  // 32 bytes in Base64

Error invalid(std::string detail) {
    return {Errc::InvalidSettings, std::move(detail)};
}

Result<void> check_url(const std::string& url) {
    const auto host =
        url.substr(std::min(url.size(), kScheme.size()), url.find('/', kScheme.size()) - kScheme.size());
    if (!url.starts_with(kScheme) || host.empty() || url.find_first_of(" \t\r\n") != std::string::npos) {
        return invalid(
            fmt::format("WEBLMURL '{}' is not of the form https://HOST:PORT/WebLM/LicenseServer", url)
        );
    }
    if (host.find('@') != std::string::npos) {
        return invalid("WEBLMURL holds a user or password; it needs none, and would be shown in logs");
    }
    return Result<void>();
}

/// libcurl takes what has another form for the name of a file.
Result<void> check_pin(const std::string& pin) {
    if (pin.empty()) return Result<void>();
    const bool good = pin.starts_with(kPin) && pin.size() == kPin.size() + kPinBytes && pin.ends_with('=') &&
                      pin.find_first_of(";, ") == std::string::npos;
    if (good) return Result<void>();
    return invalid(fmt::format(
        "the licence server's pinned key '{}' is not '{}' and the Base64 text of a SHA-256, {} letters", pin,
        kPin, kPinBytes
    ));
}

https::Request question(const HttpsProviderSettings& settings, const weblm::Request& request) {
    https::Request question;
    question.address = settings.url;
    question.authority = settings.authority;
    question.pinned_key = settings.pinned_key;
    question.headers = {
        "Content-Type: application/xml; charset=utf-8", "Accept: application/xml", "CTI-WebLM-Version: 1"};
    question.body = weblm::write(request);
    question.most_bytes = weblm::kMostMessageBytes;
    question.connect_budget = settings.connect_budget;
    question.budget = settings.budget;
    return question;
}

/// HTTP's status tells of the transport only; the licence's own answer comes with 200.
Error error_of(long status) {
    switch (status) {
        case 503:
            return {Errc::NotConnected, "the licence server is busy or out of service for now (HTTP 503)"};
        case 400:
            return {
                Errc::ProtocolViolation,
                "the server cannot read our request (HTTP 400); is it a licence server for this engine?"};
        case 413:
            return {
                Errc::ProtocolViolation,
                "the server finds our request too large (HTTP 413); is it a licence server for this engine?"};
        case 415:
            return {
                Errc::ProtocolViolation,
                "the server takes no XML (HTTP 415); is it a licence server for this engine?"};
        default:
            return {
                Errc::ProtocolViolation,
                fmt::format("no licence server is at this address (HTTP {}); correct WEBLMURL", status)};
    }
}

Result<weblm::Response> ask(const https::Request& question) {
    const auto answer = https::exchange(question);
    if (!answer) return answer.error();
    if (answer->status != 200) return error_of(answer->status);
    auto response = weblm::read_response(answer->body);
    if (response) return response;
    return Error{
        response.error().code, "the answer cannot be read: " + response.error().detail +
                                   "; is it a licence server for this engine?"};
}

}  // namespace

Result<std::unique_ptr<Provider>> HttpsProvider::open(HttpsProviderSettings settings, BlockingPool& pool) {
    if (auto good = check_url(settings.url); !good) return good.error();
    if (auto good = check_pin(settings.pinned_key); !good) return good.error();
    return std::unique_ptr<Provider>(new HttpsProvider(std::move(settings), pool));
}

Task<Result<weblm::Response>> HttpsProvider::exchange(weblm::Request request) {
    // The job may outlive us and this coroutine: it owns what it needs.
    const auto asked = question(settings_, request);
    std::function<Result<weblm::Response>()> job = [asked] { return ask(asked); };
    co_return co_await pool_.run(std::move(job));
}

}  // namespace ctiengine::license
