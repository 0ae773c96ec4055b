#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ctiengine::tests {

/// What came of an HTTP request by libcurl, which shares no code with our servers.
struct HttpResult {
    int curl_code = 0;    ///< CURLcode; 0: an answer came
    std::string failure;  ///< libcurl's words when none came
    long status = 0;
    std::string body;
    std::map<std::string, std::string> headers;  ///< names in lower case
};

struct HttpCall {
    std::string url;
    std::string method = "GET";
    std::vector<std::string> headers{};  ///< "Name: value"
    std::string body{};
    std::filesystem::path trust{};        ///< PEM of the authority; empty: the system's
    std::filesystem::path cookie_file{};  ///< cookies are read from there and written back; empty: none
    std::chrono::milliseconds limit{10000};
};

/// Blocks until the whole answer is there, the connection has failed or the time is over. A new connection
/// each time.
HttpResult http_call(const HttpCall& call);

}  // namespace ctiengine::tests
