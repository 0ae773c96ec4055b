#include "tsapi-worker/telephony/request_guard.hpp"

#include <algorithm>
#include <utility>

namespace ctiengine::telephony {

RequestGuard::RequestGuard(unsigned max_outstanding, unsigned per_second, TimePoint now)
    : max_outstanding_(max_outstanding), per_second_(per_second), tokens_(per_second), refilled_(now) {}

void RequestGuard::refill(TimePoint now) {
    auto passed = std::chrono::duration<double>(now - refilled_).count();
    tokens_ = std::min(per_second_, tokens_ + passed * per_second_);  // a burst of one second at most
    refilled_ = now;
}

void RequestGuard::submit(
    TimePoint now, TimePoint deadline, std::function<void()> send, std::function<void()> give_up
) {
    if (waiting_.size() >= kMaxWaiting) return give_up();
    waiting_.push_back({deadline, std::move(send), std::move(give_up)});
    refill(now);
    send_what_may_go();
}

void RequestGuard::completed(TimePoint now) {
    if (outstanding_ > 0) --outstanding_;
    refill(now);
    send_what_may_go();
}

void RequestGuard::tick(TimePoint now) {
    refill(now);
    send_what_may_go();
    std::deque<Waiting> late;
    for (auto place = waiting_.begin(); place != waiting_.end();) {
        if (place->deadline > now) {
            ++place;
            continue;
        }
        late.push_back(std::move(*place));
        place = waiting_.erase(place);
    }
    for (auto& request : late) request.give_up();
}

void RequestGuard::clear() {
    auto all = std::exchange(waiting_, {});
    outstanding_ = 0;
    for (auto& request : all) request.give_up();
}

void RequestGuard::send_what_may_go() {
    while (!waiting_.empty() && outstanding_ < max_outstanding_ && tokens_ >= 1) {
        auto next = std::move(waiting_.front());
        waiting_.pop_front();
        tokens_ -= 1;
        ++outstanding_;
        next.send();
    }
}

}  // namespace ctiengine::telephony
