#pragma once
#include "common/result/result.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

namespace ctiengine::authentication {

struct HttpsSource {
    std::string address;              ///< https://…
    std::filesystem::path authority;  ///< PEM; empty = the host's authorities
    std::size_t most_bytes = std::size_t{256} * 1024;
    std::chrono::milliseconds budget{5000};  ///< for all of it, redirects included
};

/// The body of a GET. Blocks. The server's certificate and name are checked; redirects are followed to https
/// only, three at most. Errors: NotConnected (no answer, another status than 200), TooLarge.
Result<std::string> fetch_https(const HttpsSource& source);

}  // namespace ctiengine::authentication
