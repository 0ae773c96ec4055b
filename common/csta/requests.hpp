#pragma once
#include "common/csta/identifiers.hpp"

#include <variant>

/// Requests to the switch, named after the TSAPI services they become (CSTA phase I, `cstaXxx`).
namespace ctiengine::csta {

/// Watch a station. The worker keeps one TSAPI monitor per device, whoever asks for it.
struct MonitorDevice {
    Device device;
    bool operator==(const MonitorDevice&) const = default;
};
/// Give the watch up. The worker stops the TSAPI monitor after a linger when nobody watches any more.
struct MonitorStop {
    Device device;
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
    bool operator==(const MakeCall&) const = default;
};
struct AnswerCall {
    Connection alerting;
    bool operator==(const AnswerCall&) const = default;
};
struct ClearConnection {
    Connection connection;
    std::optional<UserData> user_data;
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
    bool operator==(const ReconnectCall&) const = default;
};
struct ConsultationCall {
    Connection active;
    Device consulted;
    std::optional<UserData> user_data;
    Device dest_route;
    bool priority = false;
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
    MonitorDevice,
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
    QueryUcid>;

}  // namespace ctiengine::csta
