#pragma once
#include "common/connection/message_connection.hpp"
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"
#include "common/tasks/task_group.hpp"
#include "common/tcp_server/admission.hpp"
#include "common/tcp_server/open_connections.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace ctiengine::tcp_server {

struct TcpServerSettings {
    std::string address = "::";  ///< IP address to listen on; "::" takes IPv4 as well
    std::uint16_t port = 0;      ///< 0 = any free one, see TcpServer::port()
    int backlog = 1024;
};

/// A socket that was accepted, and what the accept loop decided about it.
struct Accepted {
    Accepted(boost::asio::ip::tcp::socket from_port, std::uint64_t number, bool too_many)
        : socket(std::move(from_port)), id(number), busy(too_many) {}

    boost::asio::ip::tcp::socket socket;  ///< its executor is the connection's strand
    std::uint64_t id;
    bool busy;  ///< over the connection limit: is to be turned away
};

/// The whole life of one connection, on its strand. It enters itself into the OpenConnections while it is
/// open.
using Serve = std::function<Task<void>(Accepted)>;

/// One port: accepts connections, counts them, owns their tasks, ends them in order.
///
/// Order of stopping: stop_accepting(), then close_all() for those that do not end by themselves, then
/// drain(). Destroy it only after drain(). Thread safety: every member may be called from any thread.
class TcpServer {
  public:
    struct Parts {
        std::shared_ptr<Admission> admission;
        std::shared_ptr<OpenConnections> open;
        Serve serve;
    };

    /// Binds and listens, but accepts nothing before start(). InvalidSettings when the address is none; Io
    /// with the system's reason when the port is taken or the address is not ours.
    static Result<std::unique_ptr<TcpServer>> open(
        boost::asio::any_io_executor executor, TcpServerSettings settings, Parts parts
    );

    /// Begins to accept.
    void start();

    /// The bound port.
    std::uint16_t port() const { return port_; }

    /// Connections of this port, those in their handshakes included.
    std::size_t connections() const { return sessions_.size(); }

    /// Frees the port. Live connections stay.
    void stop_accepting();

    /// Closes every open connection politely and waits until the tasks have ended, at most `grace`. False =
    /// some are left.
    Task<bool> close_all(connection::CloseCode code, std::string reason, std::chrono::milliseconds grace);

    /// Stops accepting, cancels what is left and waits for it, at most `grace`. False = somebody did not
    /// stop.
    Task<bool> drain(std::chrono::milliseconds grace);

  private:
    TcpServer(const boost::asio::any_io_executor& executor, TcpServerSettings settings, Parts parts);

    Result<void> bind();
    Task<void> accept_loop();
    Task<void> pause(boost::system::error_code failed);
    void take(boost::asio::ip::tcp::socket socket, const boost::asio::any_io_executor& strand);
    static Task<void> serve_one(Serve serve, Accepted accepted, Admission::Ticket ticket);

    const boost::asio::any_io_executor executor_;
    const boost::asio::any_io_executor home_;  ///< strand of the acceptor
    boost::asio::ip::tcp::acceptor acceptor_;
    const TcpServerSettings settings_;
    const Parts parts_;
    std::uint16_t port_ = 0;
    bool accept_failed_ = false;
    TaskGroup accepting_;
    TaskGroup sessions_;
};

}  // namespace ctiengine::tcp_server
