#pragma once

#include "simulator/switch/model/call_setup.hpp"

namespace ctiengine::simulator {

/// What MakePredictiveCall asks for.
struct PredictiveCall {
    std::string originator;  ///< the station, VDN or split that gets the call once somebody is there
    std::string called;
    CallOptions options{};
    AllocationState_t allocation = AS_CALL_ESTABLISHED;
    ATTAnswerTreat_t treatment = AT_NO_TREATMENT;
    int max_rings = 0;  ///< 2 to 15; anything else means 10
};

/// Calls whose called party is reached first (tsapi: 3, 6.5 ATTReasonCode_t, ATTAnswerTreat_t). An answering
/// machine is noticed when the request says what to do about it. A call that reaches nobody ends by FAILED
/// and CALL_CLEARED; a call whose originator is busy just ends.
class PredictiveCalling {
  public:
    PredictiveCalling(SwitchCore& core, CallSetup& setup, CallClearing& clearing)
        : core_(core), setup_(setup), clearing_(clearing) {}

    /// Accepted whatever the number leads to. The connection is that of the originator, who is not on it yet.
    Outcome<NewCall> make(const PredictiveCall& asked);

    /// The called party rings or has answered. The call may be over afterwards.
    void progressed(CallId call);

    /// The far end cannot be reached. The call is over afterwards.
    void failed(CallId call, FarEndPlan::Behaviour how);

  private:
    /// The station, VDN or split that is to get the call.
    Outcome<std::string> originator(const std::string& device);
    void dial(Call& call, const PredictiveCall& asked);
    void dial_outside(Call& call, const Destination& destination);
    void not_answered(CallId id);
    void fail(Call& call, CSTAEventCause_t cause, ATTReasonCode_t reason);
    void connect_originator(Call& call);

    SwitchCore& core_;
    CallSetup& setup_;
    CallClearing& clearing_;
};

}  // namespace ctiengine::simulator
