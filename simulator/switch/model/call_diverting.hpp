#pragma once

#include "simulator/switch/model/call_setup.hpp"

namespace ctiengine::simulator {

/// Takes a ringing call to another device (tsapi: 7.2 redirect and pickup, 7.5, 9.1).
class CallDiverting {
  public:
    CallDiverting(SwitchCore& core, CallSetup& setup) : core_(core), setup_(setup) {}

    /// The call rings at `to` instead; only the old device is told by DIVERTED.
    Outcome<void> deflect(const ConnectionRef& alerting, const std::string& to);

    /// The station `by` takes the call; DIVERTED goes to all parties.
    Outcome<void> pick_up(const ConnectionRef& alerting, const std::string& by);

  private:
    Outcome<Leg> ringing_leg(const ConnectionRef& alerting);
    CallEvent diverted_event(const Call& call, const Party& left, const NamedDevice& to) const;

    /// The ringing device leaves; later events name it as the last that redirected the call.
    void leave(Call& call, const ConnectionRef& alerting, const CallEvent& diverted);

    SwitchCore& core_;
    CallSetup& setup_;
};

}  // namespace ctiengine::simulator
