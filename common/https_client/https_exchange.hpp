#pragma once
#include "common/result/result.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::https {

struct Request {
    std::string address;                 ///< https://…
    std::filesystem::path authority{};   ///< PEM; empty = the host's authorities
    std::string pinned_key{};            ///< "sha256//" and the key's SHA-256 in Base64; empty = any key
    std::vector<std::string> headers{};  ///< "Name: value"
    std::optional<std::string> body{};   ///< given: POST, else GET
    std::size_t most_bytes = std::size_t{256} * 1024;  ///< of the answer's body
    std::chrono::milliseconds connect_budget{5000};    ///< until TLS is up
    std::chrono::milliseconds budget{5000};            ///< for all of it, redirects included
    long redirects = 0;                                ///< how many are followed, to https only
    bool proxy_of_environment = false;                 ///< goes through the proxy of https_proxy
};

struct Answer {
    long status = 0;
    std::string body;
};

/// One HTTP request over TLS 1.2 or later; the server's certificate and name are always checked. Blocks, so
/// call it on a thread of a BlockingPool; any number of threads may. Errors, with libcurl's words, which for
/// a certificate are those of OpenSSL: NotConnected (nobody is there), Io (TLS, or a connection that broke),
/// DeadlineExceeded, TooLarge, InvalidSettings (the authority's file cannot be read, or no such address).
Result<Answer> exchange(const Request& request);

}  // namespace ctiengine::https
