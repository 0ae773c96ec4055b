#pragma once
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <optional>

namespace ctiengine::tcp_server {

/// Reads the PROXY header that a load balancer sends before anything else, and not a byte more. The client's
/// address; empty = the balancer speaks for itself. Errors: ProtocolViolation, DeadlineExceeded, Io. `socket`
/// outlives the task.
Task<Result<std::optional<boost::asio::ip::address>>> read_proxy_preamble(
    boost::asio::ip::tcp::socket& socket, std::chrono::milliseconds limit
);

}  // namespace ctiengine::tcp_server
