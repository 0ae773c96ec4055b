#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace ctiengine::tsapi_standin {

/// Owner of a file descriptor; closes it.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_ = -1;
};

using Deadline = std::chrono::steady_clock::time_point;

/// Connects to `host`, trying each of its addresses until the deadline. The socket does not block and does
/// not delay small messages. An empty Descriptor: nobody there. Looking up a name in DNS may take longer than
/// the deadline.
Descriptor connect_tcp(const std::string& host, std::uint16_t port, Deadline deadline);

/// Writes all bytes before the deadline; false when the peer is gone or too slow.
bool send_all(const Descriptor& socket, std::span<const std::uint8_t> bytes, Deadline deadline);

/// Reads what is there, waiting for the first byte until the deadline. 0: peer closed, failed or too slow.
std::size_t receive_some(const Descriptor& socket, std::span<std::uint8_t> room, Deadline deadline);

}  // namespace ctiengine::tsapi_standin
