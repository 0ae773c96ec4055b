#pragma once
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"
#include "common/tcp_server/tcp_server.hpp"
#include "common/tls/current_tls.hpp"
#include "simulator/weblm/http/http_message.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace ctiengine::weblm_sim {

/// Answers one request. Runs on the loop; whoever called it waits.
using HttpHandler = std::function<Task<HttpAnswer>(HttpRequest)>;

struct HttpPortSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 256 * 1024;          ///< longer ones get 413
    std::chrono::milliseconds idle_limit{15000};  ///< for the handshake, and for each request to be there
    std::shared_ptr<tls::CurrentTls> tls{};       ///< null: in the clear
};

/// One HTTP/1.1 port, with TLS or without, that can be closed and opened again. One thread runs the loop.
class HttpPort {
  public:
    HttpPort(boost::asio::any_io_executor executor, HttpPortSettings settings, HttpHandler handler);

    /// Binds and accepts. After close() on the same port as before. Errors: InvalidSettings, Io.
    Result<void> open();

    /// New connections are refused, live ones end. Call it before the end of the object.
    Task<void> close();

    [[nodiscard]] bool is_open() const { return server_ != nullptr; }
    [[nodiscard]] std::uint16_t port() const { return settings_.port; }

  private:
    boost::asio::any_io_executor executor_;
    HttpPortSettings settings_;
    HttpHandler handler_;
    std::unique_ptr<tcp_server::TcpServer> server_;
};

}  // namespace ctiengine::weblm_sim
