#pragma once
#include "common/admission/waiting_room.hpp"
#include "common/client_address/address_list.hpp"
#include "common/connection/message_connection.hpp"
#include "common/refusals/refusal_book.hpp"
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
#include <optional>
#include <string>

namespace ctiengine::tcp_server {

struct TcpServerSettings {
    std::string address = "::";  ///< IP address to listen on; "::" takes IPv4 as well
    std::uint16_t port = 0;      ///< 0 = any free one, see TcpServer::port()
    int backlog = 1024;
    client_address::AddressList balancers{};  ///< LOADBALANCER
    bool proxy_protocol = false;  ///< balancers have to begin with a PROXY header, nobody else may
    std::chrono::milliseconds proxy_limit{3000};
};

/// A socket that was accepted, and what was found out about it.
struct Accepted {
    Accepted(boost::asio::ip::tcp::socket from_port, std::uint64_t number)
        : socket(std::move(from_port)), id(number) {}

    boost::asio::ip::tcp::socket socket;  ///< its executor is the connection's strand
    std::uint64_t id;
    boost::asio::ip::address peer{};
    std::string client_address{};  ///< in text; of a balancer's client when a PROXY header told it
    bool client_told_by_proxy = false;
    std::optional<refusals::Refusal> refusal{};                ///< is to be turned away
    std::unique_ptr<admission::WaitingRoom::Place> waiting{};  ///< to be given up when the user has logged in
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
        std::shared_ptr<admission::WaitingRoom>
            waiting{};  ///< null = no limit for those who have not logged in
        std::shared_ptr<refusals::RefusalBook> refusals{};  ///< null = nobody counts
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
    Task<void> serve_one(Accepted accepted, Admission::Ticket ticket);
    Task<bool> meet_client(Accepted& accepted);
    void find_waiting_place(Accepted& accepted) const;
    void note(refusals::Refusal refusal, const Accepted& accepted, std::string detail = {}) const;

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
