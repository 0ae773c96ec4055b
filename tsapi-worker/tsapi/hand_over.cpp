#include "tsapi-worker/tsapi/hand_over.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::tsapi {

HandOver::HandOver(boost::asio::any_io_executor executor, SwitchListener listener, std::size_t bound)
    : executor_(std::move(executor)), listener_(std::move(listener)), bound_(bound) {}

bool HandOver::push(SwitchMessage&& message) {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [this] { return closed_ || waiting_.size() < bound_; });
    if (closed_) return false;
    waiting_.push_back(std::move(message));
    if (waiting_.size() > 1) return true;  // the delivery is on its way already
    lock.unlock();
    boost::asio::post(executor_, [self = shared_from_this()] { self->deliver(); });
    return true;
}

void HandOver::deliver() {
    std::vector<SwitchMessage> taken;
    {
        const std::lock_guard lock(mutex_);
        taken.swap(waiting_);
    }
    taken_.notify_one();
    for (auto& message : taken) {
        if (closed_) return;  // only this executor closes
        listener_(std::move(message));
    }
}

void HandOver::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        waiting_.clear();
    }
    taken_.notify_all();
}

}  // namespace ctiengine::tsapi
