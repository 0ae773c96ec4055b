#pragma once

#include "simulator/switch/model/call_merging.hpp"
#include "simulator/switch/model/call_setup.hpp"

namespace ctiengine::simulator {

/// A device that steps into a call.
struct Joining {
    ConnectionRef active;  ///< any party of the call
    std::string device;    ///< the station that joins
    ATTParticipationType_t participation = PT_ACTIVE;
    bool alert = false;  ///< this switch connects at once; see profile refuseSingleStepAlerting
};

/// The result of a single-step transfer.
struct SteppedTransfer {
    ConnectionRef transferred;  ///< the new party
    std::string ucid;
};

/// Changes of a call's parties that need no second call (tsapi: 7.5): single-step conference and transfer.
/// The call keeps its ID.
class CallJoining {
  public:
    CallJoining(SwitchCore& core, CallSetup& setup) : core_(core), setup_(setup) {}

    /// The station's set goes off-hook and is on the call at once; ESTABLISHED and CONFERENCED follow.
    Outcome<MergedCall> join(const Joining& joining);

    /// A supervisor listens in: ESTABLISHED with reason AR_SERVICE_OBSERVER, no CONFERENCED.
    Outcome<ConnectionRef> observe(CallId call, const std::string& device);

    /// The station leaves the call, which rings at `to` for those who stay.
    Outcome<SteppedTransfer> transfer(const ConnectionRef& active, const std::string& to);

  private:
    Outcome<void> check_free(const Call& call, const Joining& joining);
    void report_joined(Call& call, const Party& joined, const Joining& joining);
    CallEvent transferred_event(const Call& call, const Party& leaving, const Destination& to) const;

    SwitchCore& core_;
    CallSetup& setup_;
};

}  // namespace ctiengine::simulator
