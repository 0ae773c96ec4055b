#pragma once

#include "simulator/switch/model/agent_desk.hpp"
#include "simulator/switch/model/call_delivery.hpp"
#include "simulator/switch/model/call_diverting.hpp"
#include "simulator/switch/model/call_handling.hpp"
#include "simulator/switch/model/call_joining.hpp"
#include "simulator/switch/model/call_listening.hpp"
#include "simulator/switch/model/call_merging.hpp"
#include "simulator/switch/model/predictive_calling.hpp"
#include "simulator/switch/model/station_features.hpp"
#include "simulator/switch/model/vector_processing.hpp"

namespace ctiengine::simulator {

/// The switch: stations, calls, trunks and agents, without any network. Requests are calls of its parts; what
/// happens is told to the observer before the request returns. Not thread-safe. The timeline must not be
/// advanced after the switch is gone.
class Switch {
  public:
    Switch(const SwitchPlan& plan, Timeline& timeline, SwitchObserver& observer);

    CallSetup& setup() { return setup_; }
    CallHandling& handling() { return handling_; }
    CallMerging& merging() { return merging_; }
    CallJoining& joining() { return joining_; }
    PredictiveCalling& predictive() { return predictive_; }
    StationFeatures& features() { return features_; }
    [[nodiscard]] const StationStates& stations() const { return core_.stations; }
    CallListening& listening() { return listening_; }
    CallDiverting& diverting() { return diverting_; }
    CallClearing& clearing() { return clearing_; }
    AgentDesk& agents() { return agents_; }
    CallDistribution& distribution() { return distribution_; }
    VectorProcessing& vectors() { return vectors_; }
    SwitchCore& core() { return core_; }

    [[nodiscard]] const AgentDesk& agents() const { return agents_; }
    [[nodiscard]] const CallDistribution& distribution() const { return distribution_; }
    [[nodiscard]] const std::map<CallId, Call>& calls() const { return core_.calls.all(); }
    [[nodiscard]] const SwitchPlan& plan() const { return core_.plan; }

    /// The handset of a station goes up or down by hand.
    Outcome<NewCall> dial_by_hand(const std::string& extension, const std::string& number);

    /// Answers the call named, or the oldest that rings.
    Outcome<ConnectionRef> answer_by_hand(const std::string& extension, CallId call = 0);

    /// Leaves the call named, or the one the station is off-hook on, or else the one that rings.
    Outcome<ConnectionRef> hang_up(const std::string& device, CallId call = 0);

    /// The leg of the call, or of the only call of the device in that state.
    Outcome<ConnectionRef> leg_in_state(
        const std::string& device, CallId call, std::initializer_list<LocalConnectionState_t> states
    );

  private:
    void connect_call_centre();

    SwitchCore core_;
    CallClearing clearing_;
    CallSetup setup_;
    CallHandling handling_;
    CallMerging merging_;
    CallJoining joining_;
    CallDiverting diverting_;
    CallListening listening_;
    CallDelivery delivery_;
    StationFeatures features_;
    PredictiveCalling predictive_;
    AgentDesk agents_;
    CallDistribution distribution_;
    VectorProcessing vectors_;
};

}  // namespace ctiengine::simulator
