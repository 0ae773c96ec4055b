#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ctiengine::tests {

/// A TCP connection of an attacker: nothing but bytes, and cheap enough to have thousands of.
class RawSocket {
  public:
    /// Connects to 127.0.0.1; throws std::system_error.
    explicit RawSocket(std::uint16_t port);
    ~RawSocket();
    RawSocket(RawSocket&& other) noexcept;
    RawSocket(const RawSocket&) = delete;
    RawSocket& operator=(const RawSocket&) = delete;
    RawSocket& operator=(RawSocket&&) = delete;

    /// False when the server has cut the connection.
    bool send(std::string_view bytes);

    /// Waits until the server ends the connection; false when it did not within `limit`.
    bool ended(std::chrono::milliseconds limit);

    /// Everything until the server ends the connection, or the time is over.
    std::string receive_all(std::chrono::milliseconds limit);

  private:
    bool read_to_end(std::chrono::milliseconds limit, std::string& into);

    int socket_ = -1;
};

}  // namespace ctiengine::tests
