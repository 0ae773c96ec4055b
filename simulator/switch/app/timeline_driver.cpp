#include "simulator/switch/app/timeline_driver.hpp"

namespace ctiengine::simulator {

TimelineDriver::TimelineDriver(const boost::asio::any_io_executor& executor, Timeline& timeline)
    : timeline_(timeline), start_(std::chrono::steady_clock::now()), timer_(executor) {
    timeline_.follow([start = start_] {
        return std::chrono::duration_cast<Timeline::Duration>(std::chrono::steady_clock::now() - start);
    });
    timeline_.on_change([this] { arm(); });
}

TimelineDriver::~TimelineDriver() {
    stop();
}

void TimelineDriver::stop() {
    timeline_.on_change(nullptr);
    timer_.cancel();
}

void TimelineDriver::arm() {
    const auto due = timeline_.next_due();
    if (!due) {
        timer_.cancel();
        return;
    }
    timer_.expires_at(start_ + *due);
    timer_.async_wait([this](const boost::system::error_code& stopped) {
        if (stopped) return;
        timeline_.advance_to(timeline_.now());
        arm();
    });
}

}  // namespace ctiengine::simulator
