#pragma once

#include "simulator/switch/control/commands.hpp"
#include "simulator/switch/network/tcp_listener.hpp"

#include <set>

namespace ctiengine::simulator {

/// The control port: one JSON object per line, one answer per line, on the loopback address only. Runs on the
/// thread of the model.
class ControlServer {
  public:
    ControlServer(boost::asio::any_io_executor executor, int port, ControlSurroundings at);
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

    /// Throws std::runtime_error when the port is taken.
    void start();

    /// Keep this object until is_idle().
    void stop();
    [[nodiscard]] bool is_idle() const { return connections_.empty(); }
    [[nodiscard]] int port() const { return listener_.port(); }

  private:
    void accept(boost::asio::ip::tcp::socket socket);
    void read(ByteConnection& connection, std::string& line, std::span<const std::uint8_t> bytes);

    ControlSurroundings at_;
    TcpListener listener_;
    std::set<std::shared_ptr<ByteConnection>> connections_;
};

}  // namespace ctiengine::simulator
