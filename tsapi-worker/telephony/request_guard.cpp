#include "tsapi-worker/telephony/request_guard.hpp"

#include <algorithm>
#include <iterator>
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
    TimePoint now, TimePoint deadline, std::function<void()> send, std::function<void()> give_up, Turn turn
) {
    auto& queue = turn == Turn::Next ? requests_ : background_;
    if (queue.size() >= kMaxWaiting) return give_up();
    queue.push_back({deadline, std::move(send), std::move(give_up)});
    refill(now);
    send_what_may_go(now);
}

void RequestGuard::completed(TimePoint now) {
    if (outstanding_ > 0) --outstanding_;
    refill(now);
    send_what_may_go(now);
}

RequestGuard::Queue RequestGuard::take_late(Queue& queue, TimePoint now) {
    auto first_late = std::stable_partition(queue.begin(), queue.end(), [now](const Waiting& request) {
        return request.deadline > now;
    });
    Queue late(std::make_move_iterator(first_late), std::make_move_iterator(queue.end()));
    queue.erase(first_late, queue.end());
    return late;
}

void RequestGuard::tick(TimePoint now) {
    for (auto* queue : {&requests_, &background_}) {
        for (auto& request : take_late(*queue, now)) request.give_up();
    }
    refill(now);
    send_what_may_go(now);
}

void RequestGuard::clear() {
    outstanding_ = 0;
    for (auto* queue : {&requests_, &background_}) {
        for (auto& request : std::exchange(*queue, {})) request.give_up();
    }
}

void RequestGuard::send_what_may_go(TimePoint now) {
    while (outstanding_ < max_outstanding_ && tokens_ >= 1) {
        auto& queue = requests_.empty() ? background_ : requests_;
        if (queue.empty()) return;
        auto next = std::move(queue.front());
        queue.pop_front();
        if (next.deadline <= now) {
            next.give_up();
            continue;
        }
        tokens_ -= 1;
        ++outstanding_;
        next.send();
    }
}

}  // namespace ctiengine::telephony
