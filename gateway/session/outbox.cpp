#include "gateway/session/outbox.hpp"

namespace ctiengine::gateway {

Outbox::Outbox(boost::asio::any_io_executor strand, std::size_t bound)
    : bound_(bound), changed_(strand, boost::asio::steady_timer::time_point::max()) {}

bool Outbox::push(OutgoingFrame frame) {
    if (closed_ || frames_.size() >= bound_) return false;
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
    co_return frame;
}

}  // namespace ctiengine::gateway
