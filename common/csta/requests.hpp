#pragma once
#include "common/csta/device_requests.hpp"
#include "common/csta/identifiers.hpp"
#include "common/csta/monitor_object.hpp"
#include "common/csta/routeing.hpp"

#include <variant>

/// Requests to the switch, named after the TSAPI services they become (CSTA phase I, `cstaXxx`).
namespace ctiengine::csta {

/// Watch an object. The worker keeps one TSAPI monitor (or registration) per object, whoever asks for it.
struct MonitorStart {
    MonitorObject object;
    bool operator==(const MonitorStart&) const = default;
};
/// Give the watch up. The worker stops the TSAPI monitor after a linger when nobody watches any more.
struct MonitorStop {
    MonitorObject object;
    bool operator==(const MonitorStop&) const = default;
};
struct SnapshotDevice {
    Device device;
    bool operator==(const SnapshotDevice&) const = default;
};
struct SnapshotCall {
    Connection call;
    bool operator==(const SnapshotCall&) const = default;
};
struct MakeCall {
    Device calling;
    Device called;
    std::optional<UserData> user_data;
    Device dest_route;  ///< trunk access code for off-switch calls; empty = none
    bool priority = false;
    TypeOfCall type_of_call = TypeOfCall::Normal;
    Device split{};         ///< of a direct agent or supervisor assist call
    Device shown_number{};  ///< what the called party shall see (R-105 … R-107); takes the place of user_data
    bool operator==(const MakeCall&) const = default;
};
struct AnswerCall {
    Connection alerting;
    bool operator==(const AnswerCall&) const = default;
};
struct ClearConnection {
    Connection connection;
    std::optional<UserData> user_data;
    DropResource drop_resource = DropResource::None;
    bool operator==(const ClearConnection&) const = default;
};
struct ClearCall {
    Connection call;
    bool operator==(const ClearCall&) const = default;
};
struct HoldCall {
    Connection active;
    bool operator==(const HoldCall&) const = default;
};
struct RetrieveCall {
    Connection held;
    bool operator==(const RetrieveCall&) const = default;
};
struct AlternateCall {
    Connection active;
    Connection held;
    bool operator==(const AlternateCall&) const = default;
};
struct ReconnectCall {
    Connection active;
    Connection held;
    std::optional<UserData> user_data;
    DropResource drop_resource = DropResource::None;
    bool operator==(const ReconnectCall&) const = default;
};
struct ConsultationCall {
    Connection active;
    Device consulted;
    std::optional<UserData> user_data;
    Device dest_route;
    bool priority = false;
    TypeOfCall type_of_call = TypeOfCall::Normal;
    Device split{};
    Device shown_number{};  ///< as in MakeCall
    bool operator==(const ConsultationCall&) const = default;
};
struct TransferCall {
    Connection held;
    Connection active;
    bool operator==(const TransferCall&) const = default;
};
struct ConferenceCall {
    Connection held;
    Connection active;
    bool operator==(const ConferenceCall&) const = default;
};
/// Adds a device to a call without a consultation (attSingleStepConferenceCall).
struct SingleStepConferenceCall {
    Connection active;
    Device to_join;
    ParticipationType participation = ParticipationType::Active;
    bool operator==(const SingleStepConferenceCall&) const = default;
};
/// attSingleStepTransferCall; needs private data 8.
struct SingleStepTransferCall {
    Connection active;
    Device transferred_to;
    bool operator==(const SingleStepTransferCall&) const = default;
};
struct DeflectCall {
    Connection alerting;
    Device new_destination;
    bool operator==(const DeflectCall&) const = default;
};
struct PickupCall {
    Connection alerting;
    Device requesting;
    bool operator==(const PickupCall&) const = default;
};
/// A call to the outside that is given to `calling` (a VDN or split) when it rings or is answered.
struct MakePredictiveCall {
    Device calling;
    Device called;
    AllocationState allocation = AllocationState::CallEstablished;
    std::optional<UserData> user_data;
    Device dest_route;
    bool priority = false;
    std::int32_t max_rings = 0;  ///< 2-15; 0 = as administered
    AnswerTreatment answering_machine = AnswerTreatment::NoTreatment;
    bool operator==(const MakePredictiveCall&) const = default;
};
/// attSendDTMFTone: tones from `sender` to every other party.
struct GenerateDigits {
    Connection sender;
    std::string digits;                 ///< 1-32 of 0-9 * # A-D
    std::int32_t tone_duration_ms = 0;  ///< 0 = the switch's own
    std::int32_t pause_duration_ms = 0;
    bool operator==(const GenerateDigits&) const = default;
};
/// attSelectiveListeningHold and …Retrieve: `subject` stops hearing one party or all, or hears them again.
struct SelectiveListening {
    Connection subject;
    bool hold = true;
    bool all_parties = true;
    Connection selected;  ///< counts when not all_parties
    bool operator==(const SelectiveListening&) const = default;
};
/// Log in or out and change the work mode. `reason_code` 0-99 counts only with NotReady and LogOut.
struct SetAgentState {
    Device device;
    AgentMode mode = AgentMode::NotReady;
    std::string agent_id;
    Device group;
    std::string password;  ///< never logged
    WorkMode work_mode = WorkMode::None;
    std::int32_t reason_code = 0;
    bool enable_pending = false;
    bool operator==(const SetAgentState&) const = default;
};
struct QueryAgentState {
    Device device;
    Device group;
    bool operator==(const QueryAgentState&) const = default;
};
struct RequestSystemStatus {
    bool operator==(const RequestSystemStatus&) const = default;
};
struct QueryUcid {
    Connection call;
    bool operator==(const QueryUcid&) const = default;
};

using Request = std::variant<
    MonitorStart,
    MonitorStop,
    SnapshotDevice,
    SnapshotCall,
    MakeCall,
    AnswerCall,
    ClearConnection,
    ClearCall,
    HoldCall,
    RetrieveCall,
    AlternateCall,
    ReconnectCall,
    ConsultationCall,
    TransferCall,
    ConferenceCall,
    SetAgentState,
    QueryAgentState,
    RequestSystemStatus,
    QueryUcid,
    SingleStepConferenceCall,
    SingleStepTransferCall,
    DeflectCall,
    PickupCall,
    MakePredictiveCall,
    GenerateDigits,
    SelectiveListening,
    SetForwarding,
    QueryForwarding,
    SetDoNotDisturb,
    QueryDoNotDisturb,
    SetMessageWaiting,
    QueryMessageWaiting,
    QueryLastNumber,
    QueryDeviceInfo,
    QueryDeviceName,
    QueryStationStatus,
    QueryAcdSplit,
    QueryAgentLogin,
    QueryTimeOfDay,
    GetDeviceList,
    GetApiCaps,
    RouteSelect,
    RouteEnd>;

}  // namespace ctiengine::csta
