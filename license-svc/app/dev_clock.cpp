#include "license-svc/app/dev_clock.hpp"

#include <algorithm>
#include <fstream>

namespace ctiengine::license {

using namespace std::chrono_literals;

void DevClock::look() {
    if (file_.empty()) return;
    std::ifstream in(file_);
    std::int64_t seconds = 0;
    if (in >> seconds) offset_ = seconds;
}

Task<void> DevClock::until(Time moment) {
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    while (now() < moment) {
        const auto whole = moment - now();
        timer.expires_after(file_.empty() ? whole : std::min<Time::duration>(whole, 100ms));
        auto [cancelled] = co_await timer.async_wait(as_result);
        if (cancelled) co_return;
    }
}

}  // namespace ctiengine::license
