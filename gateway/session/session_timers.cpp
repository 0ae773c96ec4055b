#include "gateway/session/session_timers.hpp"

#include <algorithm>

namespace ctiengine::gateway {

SessionTimers::Expired SessionTimers::check(TimePoint now) const {
    if (session_end_ && now >= *session_end_) return Expired::SessionTimer;
    if (now >= last_activity_ + idle_limit_) return Expired::Idle;
    return Expired::Nothing;
}

SessionTimers::TimePoint SessionTimers::next_check() const {
    auto idle_end = last_activity_ + idle_limit_;
    return session_end_ ? std::min(*session_end_, idle_end) : idle_end;
}

}  // namespace ctiengine::gateway
