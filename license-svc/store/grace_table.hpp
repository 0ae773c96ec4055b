#pragma once
#include "license-svc/modes/entitlement.hpp"
#include "license-svc/modes/grace_clock.hpp"
#include "license-svc/store/signed_row.hpp"

#include <optional>

namespace ctiengine::license {

/// What the grace period of a process before this one had come to.
struct StoredGrace {
    GraceState state;
    Entitlement entitlement;  ///< granted last by the licence server
    bool operator==(const StoredGrace&) const = default;
};

/// One row with a signature: who changes it, or brings it from another host, has never been licensed.
class GraceTable {
  public:
    /// `database` outlives it.
    GraceTable(Database& database, StateKey key);

    /// Nothing when there is none, or when it is not ours; tampered() tells which.
    std::optional<StoredGrace> load();
    bool tampered() const { return row_.tampered() || unreadable_; }

    /// False = it could not be written; the grace period that runs is not affected, a restart would be.
    bool save(const StoredGrace& grace);

  private:
    SignedRow row_;
    bool unreadable_ = false;
};

}  // namespace ctiengine::license
