#include "simulator/switch/model/timeline.hpp"

#include <utility>

namespace ctiengine::simulator {

Timeline::TimerId Timeline::schedule(Duration delay, std::function<void()> action) {
    const auto timer = ++last_timer_;
    const auto due = now() + delay;
    timers_.emplace(Key{due, timer}, std::move(action));
    due_.emplace(timer, due);
    if (changed_) changed_();
    return timer;
}

void Timeline::cancel(TimerId timer) {
    const auto found = due_.find(timer);
    if (found == due_.end()) return;
    timers_.erase(Key{found->second, timer});
    due_.erase(found);
    if (changed_) changed_();
}

std::optional<Timeline::Duration> Timeline::next_due() const {
    if (timers_.empty()) return std::nullopt;
    return timers_.begin()->first.first;
}

void Timeline::advance_to(Duration time) {
    while (!timers_.empty() && timers_.begin()->first.first <= time) {
        auto first = timers_.extract(timers_.begin());
        due_.erase(first.key().second);
        if (first.key().first > now_) now_ = first.key().first;
        first.mapped()();
    }
    if (time > now_) now_ = time;
}

}  // namespace ctiengine::simulator
