#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace ctiengine::tsapi_standin {

/// Messages on their way to the server. A message goes straight to the socket while that takes it; what the
/// socket does not take waits here, bounded, until the stream's thread finds it writable. Any thread may
/// send.
class Outbox {
  public:
    enum class Sent { Yes, Full, Broken };

    /// `socket` does not block and outlives the outbox; `limit` is the number of messages that may wait.
    Outbox(int socket, std::size_t limit) : socket_(socket), limit_(limit) {}

    /// Sends or queues one message, whole or not at all. Full: nothing sent, try again later.
    Sent send(std::vector<std::uint8_t> message);

    /// Sends what waits as far as the socket takes it; false when the connection is broken.
    bool flush();

    /// Something waits for the socket to become writable.
    bool waiting() const;

  private:
    bool flush_locked();

    mutable std::mutex mutex_;
    int socket_;
    std::size_t limit_;
    std::deque<std::vector<std::uint8_t>> messages_;
    std::size_t sent_of_first_ = 0;
};

}  // namespace ctiengine::tsapi_standin
