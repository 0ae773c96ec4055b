#include "common/tcp_server/proxy_preamble.hpp"

#include "common/client_address/proxy_header.hpp"
#include "common/tasks/deadline.hpp"

#include <boost/asio/read.hpp>

#include <string>

namespace ctiengine::tcp_server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Client = std::optional<asio::ip::address>;

/// `count` more bytes behind `header`.
Task<Result<void>> read_more(tcp::socket& socket, std::string& header, std::size_t count) {
    const auto have = header.size();
    header.resize(have + count);
    auto [failed, size] =
        co_await asio::async_read(socket, asio::buffer(header.data() + have, count), as_result);
    Error error{Errc::Io, "PROXY header: the connection ended in it"};
    if (failed) co_return error;
    co_return Result<void>();
}

/// A line ends somewhere; reading it byte by byte is what keeps the first byte of TLS out of it.
Task<Result<void>> read_line(tcp::socket& socket, std::string& header) {
    while (!header.ends_with('\n')) {
        Error too_long{Errc::ProtocolViolation, "PROXY header: the line is too long"};
        if (header.size() >= client_address::kLongestProxyLine) co_return too_long;
        auto more = co_await read_more(socket, header, 1);
        if (!more) co_return more.error();
    }
    co_return Result<void>();
}

Task<Result<Client>> read_all(tcp::socket& socket) {
    std::string header;
    auto read = co_await read_more(socket, header, client_address::kProxyProbe);
    if (!read) co_return read.error();
    if (client_address::is_proxy_line(header)) {
        read = co_await read_line(socket, header);
        if (!read) co_return read.error();
        co_return client_address::read_proxy_header(header);
    }
    read = co_await read_more(socket, header, client_address::kProxyFixedPart - header.size());
    if (!read) co_return read.error();
    const auto rest = client_address::rest_of_proxy_header(header);
    if (!rest) co_return rest.error();
    if (*rest > 0) read = co_await read_more(socket, header, *rest);
    if (!read) co_return read.error();
    co_return client_address::read_proxy_header(header);
}

}  // namespace

Task<Result<Client>> read_proxy_preamble(tcp::socket& socket, std::chrono::milliseconds limit) {
    auto client = co_await within(limit, read_all(socket));
    co_return client;
}

}  // namespace ctiengine::tcp_server
