#pragma once

#include "simulator/switch/network/byte_connection.hpp"
#include "simulator/wire/frame.hpp"

#include <map>

namespace ctiengine::simulator {

/// A TLink and the port where it listens.
struct TlinkAddress {
    std::string name;
    int port = 0;
};

/// Answers one question after the other on one connection: which TLinks are there (tsapi: 2.5, 10)?
class NameServiceConnection : public std::enable_shared_from_this<NameServiceConnection> {
  public:
    using List = std::function<std::vector<TlinkAddress>()>;

    NameServiceConnection(boost::asio::ip::tcp::socket socket, List list);

    /// `on_closed` comes once.
    void start(std::function<void()> on_closed);
    void close() { connection_->close("stopping"); }

  private:
    void on_bytes(std::span<const std::uint8_t> bytes);
    void answer(const wire::Frame& question);

    std::shared_ptr<ByteConnection> connection_;
    List list_;
    wire::FrameReader reader_;
};

}  // namespace ctiengine::simulator
