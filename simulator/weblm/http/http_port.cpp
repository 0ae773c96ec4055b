#include "simulator/weblm/http/http_port.hpp"

#include "simulator/weblm/http/http_session.hpp"

#include <utility>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::size_t kMostConnections = 256;
constexpr std::chrono::seconds kGrace{5};

}  // namespace

HttpPort::HttpPort(boost::asio::any_io_executor executor, HttpPortSettings settings, HttpHandler handler)
    : executor_(std::move(executor)), settings_(std::move(settings)), handler_(std::move(handler)) {}

Result<void> HttpPort::open() {
    if (server_) return {};
    tcp_server::TcpServer::Parts parts;
    parts.admission = std::make_shared<tcp_server::Admission>(kMostConnections);
    parts.open = std::make_shared<tcp_server::OpenConnections>();
    parts.serve = [this](tcp_server::Accepted accepted) {
        return serve_http(std::move(accepted), settings_, handler_);
    };
    tcp_server::TcpServerSettings listening;
    listening.address = settings_.address;
    listening.port = settings_.port;
    auto opened = tcp_server::TcpServer::open(executor_, std::move(listening), std::move(parts));
    if (!opened) return opened.error();
    server_ = std::move(*opened);
    settings_.port = server_->port();
    server_->start();
    return {};
}

Task<void> HttpPort::close() {
    const auto closing = std::move(server_);
    if (!closing) co_return;
    const bool gone = co_await closing->drain(kGrace);
    (void)gone;  // what is left after the grace is cancelled by the destructor
}

}  // namespace ctiengine::weblm_sim
