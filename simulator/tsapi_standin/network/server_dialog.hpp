#pragma once
#include "simulator/tsapi_standin/network/tcp_socket.hpp"
#include "simulator/wire/frame.hpp"

#include <optional>

namespace ctiengine::tsapi_standin {

/// A short conversation with a server before or beside a stream: one connection, frames to and fro, all of it
/// before one deadline.
class ServerDialog {
  public:
    /// Longest time that a call of the library may wait for one server.
    static constexpr std::chrono::seconds kPatience{2};

    /// Connects; `*this` is false when nobody answers within kPatience.
    ServerDialog(const std::string& host, std::uint16_t port);

    explicit operator bool() const { return static_cast<bool>(socket_); }

    bool send(const wire::Frame& frame);

    /// The next frame; nullopt when the peer closed, sent nonsense or took too long.
    std::optional<wire::Frame> receive();

    /// Gives the connection away, for a stream to use.
    Descriptor release() { return std::move(socket_); }

  private:
    Deadline deadline_;
    Descriptor socket_;
    wire::FrameReader reader_{wire::kMaxFrameBytes};
};

}  // namespace ctiengine::tsapi_standin
