#pragma once
#include "license-svc/app/host_time.hpp"
#include "license-svc/file_licence/licence_watch.hpp"
#include "license-svc/modes/grace_clock.hpp"
#include "license-svc/store/clock_table.hpp"

namespace ctiengine::license {

/// The time by which a licence file begins and ends: the host's, unless its clock was set back by more than
/// five minutes; then the latest time that was seen goes on by the boot clock. A jump forward is believed,
/// but not remembered as seen. Belongs to one strand.
class RollbackGuard {
  public:
    /// Both outlive it.
    RollbackGuard(const HostTime& time, ClockTable& table);

    /// Call at least once a minute: what is not seen cannot be remembered.
    LicenceTime read();

  private:
    const HostTime& time_;
    ClockTable& table_;
    GraceClock clock_;
};

}  // namespace ctiengine::license
