#include "common/authentication/https_fetch.hpp"

#include "common/https_client/https_exchange.hpp"

namespace ctiengine::authentication {

Result<std::string> fetch_https(const HttpsSource& source) {
    https::Request request;
    request.address = source.address;
    request.authority = source.authority;
    request.most_bytes = source.most_bytes;
    request.connect_budget = request.budget = source.budget;
    request.redirects = 3;
    request.proxy_of_environment = true;
    auto answer = https::exchange(request);
    if (!answer) {
        const auto code = answer.error().code == Errc::TooLarge ? Errc::TooLarge : Errc::NotConnected;
        return Error{code, answer.error().detail};
    }
    if (answer->status != 200) {
        return Error{Errc::NotConnected, "it answered with status " + std::to_string(answer->status)};
    }
    return std::move(answer->body);
}

}  // namespace ctiengine::authentication
