#pragma once
#include "common/csta/device_answers.hpp"
#include "common/csta/identifiers.hpp"

#include <variant>

/// Confirmations of the switch. Every request is answered by exactly one of these or by a Failure.
namespace ctiengine::csta {

/// The confirmation has no content.
struct Done {
    bool operator==(const Done&) const = default;
};
/// Of MakeCall, ConsultationCall, MakePredictiveCall and PickupCall (whose call is the one picked up).
struct NewCall {
    Connection call;
    Ucid ucid;
    bool operator==(const NewCall&) const = default;
};
/// Of TransferCall, ConferenceCall and their single-step forms.
struct MergedCall {
    Connection call;  ///< device is "0" (no party) after a transfer
    std::vector<ConnectionListItem> connections;
    Ucid ucid;
    bool operator==(const MergedCall&) const = default;
};
/// One call at a device; `states` begins with the device's own state, the others follow.
struct DeviceCall {
    Connection connection;
    std::vector<ConnectionState> states;
    bool operator==(const DeviceCall&) const = default;
};
struct DeviceSnapshot {
    std::vector<DeviceCall> calls;
    bool operator==(const DeviceSnapshot&) const = default;
};
struct CallParty {
    PartyDevice device;
    Connection connection;
    ConnectionState state = ConnectionState::None;
    bool operator==(const CallParty&) const = default;
};
struct CallSnapshot {
    std::vector<CallParty> parties;
    std::vector<DeviceHistoryEntry> device_history{};
    bool operator==(const CallSnapshot&) const = default;
};
/// Of SetAgentState. Pending = the change happens when the present call ends.
struct AgentStateSet {
    bool pending = false;
    bool operator==(const AgentStateSet&) const = default;
};
struct AgentStateAnswer {
    AgentState state = AgentState::Null;
    WorkMode work_mode = WorkMode::None;
    TalkState talk_state = TalkState::Idle;
    std::int32_t reason_code = 0;
    WorkMode pending_work_mode = WorkMode::None;
    std::int32_t pending_reason_code = 0;
    std::string agent_id;  ///< the last log-in seen at this device; empty = not known
    bool operator==(const AgentStateAnswer&) const = default;
};
struct SystemStatusAnswer {
    SystemStatus status = SystemStatus::Normal;
    bool operator==(const SystemStatusAnswer&) const = default;
};
struct UcidAnswer {
    Ucid ucid;
    bool operator==(const UcidAnswer&) const = default;
};
/// The switch, or a process in its place, said no. `detail` tells an operator more than the number does;
/// clients do not see it.
struct Failure {
    UniversalFailure value = UniversalFailure::GenericUnspecified;
    std::string detail;
    std::string for_client{};  ///< a sentence that the client may read; stays in the process that wrote it
    bool operator==(const Failure&) const = default;
};

using Response = std::variant<
    Done,
    NewCall,
    MergedCall,
    DeviceSnapshot,
    CallSnapshot,
    AgentStateSet,
    AgentStateAnswer,
    SystemStatusAnswer,
    UcidAnswer,
    Failure,
    ForwardingAnswer,
    DoNotDisturbAnswer,
    MessageWaitingAnswer,
    LastNumberAnswer,
    DeviceInfoAnswer,
    DeviceNameAnswer,
    StationStatusAnswer,
    AcdSplitAnswer,
    AgentLoginAnswer,
    TimeOfDayAnswer,
    DeviceListAnswer,
    ApiCapsAnswer>;

}  // namespace ctiengine::csta
