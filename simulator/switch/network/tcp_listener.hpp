#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>

namespace ctiengine::simulator {

/// Accepts TCP connections. Can be closed and opened again on the same port. Single-threaded.
class TcpListener {
  public:
    using OnConnection = std::function<void(boost::asio::ip::tcp::socket)>;

    /// `address`: IP address of this host; `port` 0: any free one.
    TcpListener(boost::asio::any_io_executor executor, std::string address, int port);
    ~TcpListener();
    TcpListener(const TcpListener&) = delete;
    TcpListener& operator=(const TcpListener&) = delete;

    /// Binds and accepts. Throws std::runtime_error that names address, port and reason.
    void open(OnConnection on_connection);

    /// New connections are refused from now on; those accepted live on.
    void close();

    [[nodiscard]] bool is_open() const;

    /// The port that was bound; stays the same when opened again.
    [[nodiscard]] int port() const { return port_; }

  private:
    struct State;
    static void accept(const std::shared_ptr<State>& state);
    static void pause(const std::shared_ptr<State>& state);

    boost::asio::any_io_executor executor_;
    std::string address_;
    int port_;
    std::shared_ptr<State> state_;
};

}  // namespace ctiengine::simulator
