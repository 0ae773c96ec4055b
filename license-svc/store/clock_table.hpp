#pragma once
#include "license-svc/modes/grace_clock.hpp"
#include "license-svc/store/signed_row.hpp"

#include <optional>

namespace ctiengine::license {

/// The latest time that was seen on this host, so that a clock that is set back while license-svc does not
/// run is noticed. One row with a signature.
class ClockTable {
  public:
    /// `database` outlives it.
    ClockTable(Database& database, StateKey key);

    /// Of a GraceState only high_water, boottime and boot_id are kept. Nothing when there is none, or when it
    /// is not ours.
    std::optional<GraceState> load();
    bool save(const GraceState& state);

  private:
    SignedRow row_;
};

}  // namespace ctiengine::license
