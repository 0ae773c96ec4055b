#pragma once

#include "simulator/switch/model/acd_trail.hpp"
#include "simulator/switch/model/call_event.hpp"
#include "tsapi-worker/tsapi/abi/csta_calls.h"

#include <algorithm>
#include <string_view>

namespace ctiengine::simulator {

/// A call that seeks its called party before its originator.
struct PredictiveState {
    std::string originator;
    AllocationState_t allocation = AS_CALL_ESTABLISHED;
    ATTAnswerTreat_t treatment = AT_NO_TREATMENT;
    bool connected = false;   ///< the originator was called
    std::uint64_t timer = 0;  ///< of the timeline; ends the wait for an answer

    /// What the switch says of an answer: machines are noticed when the request says what to do about them.
    [[nodiscard]] ATTReasonCode_t classify(bool machine) const {
        if (treatment != AT_DROP && treatment != AT_CONNECT) return AR_ANSWER_NORMAL;
        return machine ? AR_ANSWER_MACHINE_DETECTED : AR_ANSWER_VOICE_ENERGY;
    }
};

/// A call with its parties. Parties stand in the order in which they came.
struct Call {
    CallId id = 0;
    std::string ucid;
    std::vector<Party> parties;
    int last_party_number = 0;
    NamedDevice calling;
    NamedDevice called;  ///< what was dialled
    NamedDevice last_redirection;
    std::optional<UserData> user_data;
    TrunkLine incoming_line;  ///< of a call from outside
    ATTConsultMode_t consult_mode = ATT_CM_NONE;
    std::optional<OriginalCall> original;
    std::vector<HistoryEntry> history;
    AcdTrail acd;
    std::optional<PredictiveState> predictive;
    ATTReasonCode_t reason = AR_NONE;  ///< how a predictive call was answered, or why not

    [[nodiscard]] Party* find(std::string_view device);
    [[nodiscard]] const Party* find(std::string_view device) const {
        return const_cast<Call*>(this)->find(device);
    }

    /// The first party other than `device`; nullptr when it is alone.
    [[nodiscard]] Party* other_than(std::string_view device);

    [[nodiscard]] bool has_state(LocalConnectionState_t state) const {
        return std::any_of(parties.begin(), parties.end(), [state](const auto& p) {
            return p.state == state;
        });
    }

    [[nodiscard]] ConnectionRef connection(const Party& party) const {
        return {id, party.device, party.trunk};
    }

    /// As transfers and conferences list the parties.
    [[nodiscard]] std::vector<ListedParty> list() const;

    /// Made-up name of a trunk party, as T217#2.
    [[nodiscard]] std::string trunk_name(int party_number) const {
        return "T" + std::to_string(id) + "#" + std::to_string(party_number);
    }
};

/// A leg: a party and the call it is on. Valid until the call's parties change.
struct Leg {
    Call* call = nullptr;
    Party* party = nullptr;
};

}  // namespace ctiengine::simulator
