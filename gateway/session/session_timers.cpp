#include "gateway/session/session_timers.hpp"

#include <algorithm>

namespace ctiengine::gateway {

SessionTimers::Expired SessionTimers::check(TimePoint now) const {
    if (log_in_end_ && now >= *log_in_end_) return Expired::LogIn;
    if (authentication_end_ && now >= *authentication_end_) return Expired::Authentication;
    if (session_end_ && now >= *session_end_) return Expired::SessionTimer;
    if (now >= last_activity_ + idle_limit_) return Expired::Idle;
    return Expired::Nothing;
}

SessionTimers::TimePoint SessionTimers::next_check() const {
    auto next = last_activity_ + idle_limit_;
    if (session_end_) next = std::min(next, *session_end_);
    if (log_in_end_) next = std::min(next, *log_in_end_);
    if (authentication_end_) next = std::min(next, *authentication_end_);
    return next;
}

}  // namespace ctiengine::gateway
