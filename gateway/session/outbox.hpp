#pragma once
#include "common/tasks/task.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace ctiengine::gateway {

/// One WebSocket message that waits to be written.
struct OutgoingFrame {
    OutgoingFrame(std::string text, bool is_binary)
        : payload(std::make_shared<const std::string>(std::move(text))), binary(is_binary) {}
    std::shared_ptr<const std::string> payload;
    bool binary;
};

/// The messages of one session on their way to a client that may be slow: bounded, first in first out.
/// Belongs to the session's strand.
class Outbox {
  public:
    /// At most `bound` messages of `most_bytes` together wait; one more means that the client does not read.
    /// A single message may be longer than that.
    Outbox(boost::asio::any_io_executor strand, std::size_t bound, std::size_t most_bytes);

    /// False when the outbox is full or closed; the message is not taken then.
    bool push(OutgoingFrame frame);

    /// No more messages; the writer gets what is there, then the end.
    void close();

    /// The next message, or nothing after close() when all are gone. One reader.
    Task<std::optional<OutgoingFrame>> pop();

    std::size_t size() const { return frames_.size(); }

  private:
    std::deque<OutgoingFrame> frames_;
    std::size_t bound_;
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
    boost::asio::steady_timer changed_;  // never expires; cancelled to wake the reader
};

}  // namespace ctiengine::gateway
