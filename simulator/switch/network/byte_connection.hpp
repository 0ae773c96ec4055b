#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace ctiengine::simulator {

/// One TCP connection that reads all the time and writes in the order of send(). Everything, callbacks
/// included, happens on the executor of its socket; it belongs to one thread.
class ByteConnection : public std::enable_shared_from_this<ByteConnection> {
  public:
    using Bytes = std::vector<std::uint8_t>;
    using OnBytes = std::function<void(std::span<const std::uint8_t>)>;
    using OnClosed = std::function<void(const std::string& why)>;

    /// A peer that leaves more than this unread is cut off.
    static constexpr std::size_t kMaxUnsentBytes = std::size_t{8} * 1024 * 1024;

    ByteConnection(boost::asio::ip::tcp::socket socket, std::size_t max_unsent_bytes = kMaxUnsentBytes);

    /// Begins to read. `on_closed` comes exactly once, later than any on_bytes and never from inside another
    /// member; both are let go of then.
    void start(OnBytes on_bytes, OnClosed on_closed);

    /// Queues the bytes; nothing happens after close().
    void send(std::span<const std::uint8_t> bytes);

    /// Ends the connection when everything queued is written.
    void close_when_sent();

    /// Ends it now; what is queued is lost.
    void close(const std::string& why);

    [[nodiscard]] std::string peer() const { return peer_; }

  private:
    void read();
    void write();
    void finish(const std::string& why);

    boost::asio::ip::tcp::socket socket_;
    std::size_t max_unsent_bytes_;
    std::string peer_;
    OnBytes on_bytes_;
    OnClosed on_closed_;
    std::vector<std::uint8_t> room_;
    Bytes writing_;
    Bytes waiting_;
    bool closing_ = false;
    bool closed_ = false;
};

}  // namespace ctiengine::simulator
