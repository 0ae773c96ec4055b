#include "gateway/session/outbox.hpp"

namespace ctiengine::gateway {

Outbox::Outbox(boost::asio::any_io_executor strand, std::size_t bound, std::size_t most_bytes)
    : bound_(bound),
      most_bytes_(most_bytes),
      changed_(strand, boost::asio::steady_timer::time_point::max()) {}

bool Outbox::push(OutgoingFrame frame) {
    if (closed_ || frames_.size() >= bound_) return false;
    if (!frames_.empty() && bytes_ + frame.payload->size() > most_bytes_) return false;
    bytes_ += frame.payload->size();
    frames_.push_back(std::move(frame));
    changed_.cancel();
    return true;
}

void Outbox::close() {
    closed_ = true;
    changed_.cancel();
}

Task<std::optional<OutgoingFrame>> Outbox::pop() {
    while (frames_.empty()) {
        if (closed_) co_return std::nullopt;
        co_await changed_.async_wait(as_result);
    }
    auto frame = std::move(frames_.front());
    frames_.pop_front();
    bytes_ -= frame.payload->size();
    co_return frame;
}

}  // namespace ctiengine::gateway
