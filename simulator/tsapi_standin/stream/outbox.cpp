#include "simulator/tsapi_standin/stream/outbox.hpp"

#include <sys/socket.h>

#include <cerrno>

namespace ctiengine::tsapi_standin {

Outbox::Sent Outbox::send(std::vector<std::uint8_t> message) {
    std::lock_guard lock(mutex_);
    if (messages_.size() >= limit_) return Sent::Full;
    messages_.push_back(std::move(message));
    return flush_locked() ? Sent::Yes : Sent::Broken;
}

bool Outbox::flush() {
    std::lock_guard lock(mutex_);
    return flush_locked();
}

bool Outbox::waiting() const {
    std::lock_guard lock(mutex_);
    return !messages_.empty();
}

bool Outbox::flush_locked() {
    while (!messages_.empty()) {
        const auto& first = messages_.front();
        const auto left = first.size() - sent_of_first_;
        const auto sent = ::send(socket_, first.data() + sent_of_first_, left, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return errno == EAGAIN || errno == EWOULDBLOCK;
        sent_of_first_ += static_cast<std::size_t>(sent);
        if (sent_of_first_ < first.size()) continue;
        messages_.pop_front();
        sent_of_first_ = 0;
    }
    return true;
}

}  // namespace ctiengine::tsapi_standin
