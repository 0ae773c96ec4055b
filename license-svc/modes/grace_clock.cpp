#include "license-svc/modes/grace_clock.hpp"

#include <algorithm>

namespace ctiengine::license {

/// Sets trusted_ from the wall clock where it can be believed, else from what has certainly passed.
GraceClock::Oddity GraceClock::judge(const TimeReading& now) {
    const auto& last = *state_;
    const bool same_boot = now.boot_id == last.boot_id && now.boottime >= last.boottime;
    const auto expected = last.high_water + (same_boot ? now.boottime - last.boottime : 0);
    if (now.wall < last.high_water - kRollbackTolerance) {
        trusted_ = expected;
        return Oddity::Rollback;
    }
    if (same_boot && now.wall > expected + kForwardTolerance) {
        trusted_ = expected;
        return Oddity::ForwardJump;
    }
    trusted_ = std::max(now.wall, last.high_water);
    return Oddity::None;
}

GraceClock::Oddity GraceClock::look(const TimeReading& now) {
    if (!state_) {
        trusted_ = now.wall;
        return Oddity::None;
    }
    const auto oddity = judge(now);
    auto& state = *state_;
    const bool same_boot = now.boot_id == state.boot_id && now.boottime >= state.boottime;
    state.consumed += same_boot ? now.boottime - state.boottime : trusted_ - state.high_water;
    state.high_water = trusted_;
    state.boottime = now.boottime;
    state.boot_id = now.boot_id;
    return oddity;
}

void GraceClock::succeeded(const TimeReading& now, std::optional<std::int64_t> server_time) {
    // A success heals: what the server and the wall clock say now is the new base, whatever was believed
    // before.
    trusted_ = std::max(now.wall, server_time.value_or(0));
    state_ = GraceState{trusted_, trusted_, server_time.value_or(0), 0, now.boottime, now.boot_id};
}

std::int64_t GraceClock::left() const {
    if (!state_) return 0;
    const auto elapsed = std::max(state_->high_water - state_->last_success, state_->consumed);
    return std::clamp<std::int64_t>(kGraceSeconds - elapsed, 0, kGraceSeconds);
}

}  // namespace ctiengine::license
