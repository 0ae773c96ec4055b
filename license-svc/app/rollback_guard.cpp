#include "license-svc/app/rollback_guard.hpp"

namespace ctiengine::license {
namespace {

GraceClock clock_of(const std::optional<GraceState>& stored, const TimeReading& now) {
    if (stored) return GraceClock(*stored);
    GraceClock fresh;
    fresh.succeeded(now, {});
    return fresh;
}

}  // namespace

RollbackGuard::RollbackGuard(const HostTime& time, ClockTable& table)
    : time_(time), table_(table), clock_(clock_of(table.load(), time.read())) {}

LicenceTime RollbackGuard::read() {
    const auto now = time_.read();
    const bool set_back = clock_.look(now) == GraceClock::Oddity::Rollback;
    table_.save(*clock_.state());
    return {set_back ? clock_.trusted_now() : now.wall, set_back};
}

}  // namespace ctiengine::license
