#pragma once
#include "license-svc/app/dev_clock.hpp"
#include "license-svc/modes/grace_clock.hpp"

#include <string>

namespace ctiengine::license {

/// The host's clocks together, as the grace period is counted by them. Any thread.
class HostTime {
  public:
    /// `clock` outlives it.
    explicit HostTime(const DevClock& clock);

    TimeReading read() const;

  private:
    const DevClock& clock_;
    std::string boot_id_;
};

}  // namespace ctiengine::license
