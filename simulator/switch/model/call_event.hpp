#pragma once

#include "simulator/switch/model/acd_trail.hpp"
#include "simulator/switch/model/party.hpp"
#include "tsapi-worker/tsapi/abi/att_types.h"

#include <optional>
#include <string>
#include <vector>

namespace ctiengine::simulator {

/// A station of the call's past (private data 7 and later).
struct HistoryEntry {
    std::string device;
    CSTAEventCause_t cause = EC_NONE;
    ConnectionRef connection;
    bool operator==(const HistoryEntry&) const = default;
};

/// The call that a consultation, transfer or conference came from.
struct OriginalCall {
    ATTReasonForCallInfo_t reason = OR_NONE;
    NamedDevice calling;
    NamedDevice called;
    TrunkLine line;
    std::optional<UserData> user_data;
    std::string ucid;
    std::optional<EnteredCode> entered{};
    bool operator==(const OriginalCall&) const = default;
};

/// What travels as Avaya private data. Empty members are not sent.
struct CallPrivate {
    std::string ucid;
    std::optional<UserData> user_data;
    TrunkLine line;
    ATTDeliveredType_t delivered_type = DELIVERED_OTHER;
    ATTConsultMode_t consult_mode = ATT_CM_NONE;
    std::string logical_agent;
    NamedDevice calling;  ///< of FAILED
    std::optional<OriginalCall> original;
    std::vector<HistoryEntry> history;
    std::string split;  ///< the skill that distributed the call
    NamedDevice distributing_device;
    NamedDevice distributing_vdn;
    std::optional<EnteredCode> entered;
    ATTReasonCode_t reason = AR_NONE;  ///< of ESTABLISHED and CALL_CLEARED
    bool operator==(const CallPrivate&) const = default;
};

/// A party in the list of a transfer or conference.
struct ListedParty {
    ConnectionRef party;
    NamedDevice device;
    TrunkLine line;
    bool operator==(const ListedParty&) const = default;
};

/// One call event as all its observers see it; only the local connection state differs between them. Which
/// members count depends on `type`, as in the TSAPI struct of that number.
struct CallEvent {
    int type = 0;              ///< CSTA_SERVICE_INITIATED …
    ConnectionRef connection;  ///< the subject; primaryOldCall of TRANSFERRED and CONFERENCED
    ConnectionRef secondary;   ///< secondaryOldCall
    NamedDevice subject;       ///< alerting, answering, holding, releasing … device; controller
    NamedDevice calling;
    NamedDevice called;
    NamedDevice last_redirection;
    NamedDevice added;  ///< transferredDevice, addedParty
    std::vector<ListedParty> parties;
    std::string digits;     ///< of CSTA_PRIVATE_STATUS: what was typed, at most 24
    int number_queued = 0;  ///< of QUEUED: calls in that queue, this one counted
    CSTAEventCause_t cause = EC_NONE;
    CallPrivate data;
};

/// A change of an agent, for profiles with mode events.
struct AgentEvent {
    int type = 0;  ///< CSTA_LOGGED_ON … CSTA_WORK_READY
    std::string extension;
    std::string agent_id;
    ATTWorkMode_t work_mode = WM_NONE;
    int reason_code = 0;
    std::string skill{};  ///< whose monitors are told; empty: those of the station
};

/// A feature or the service of a station was switched.
struct DeviceEvent {
    int type = 0;  ///< CSTA_DO_NOT_DISTURB, _FORWARDING, _MESSAGE_WAITING, _BACK_IN_SERVICE, _OUT_OF_SERVICE
    std::string device;
    bool on = false;
    ForwardingType_t forwarding = FWD_IMMEDIATE;
    std::string destination{};  ///< of forwarding
    CSTAEventCause_t cause = EC_NONE;
};

/// Who wants to know what happens at the stations. Called in the order of happening, in the middle of the
/// model's work: an observer takes notes and never calls back into the model.
class SwitchObserver {
  public:
    virtual ~SwitchObserver() = default;

    /// `event` as the monitor of `device` reports it; `local` is that device's state in the call.
    virtual void on_call_event(
        const std::string& device, LocalConnectionState_t local, const CallEvent& event
    ) = 0;
    virtual void on_agent_event(const AgentEvent& event) = 0;

    virtual void on_device_event(const DeviceEvent&) {}

    /// `event` once for those who watch the call itself.
    virtual void on_watched_call_event(CallId, const CallEvent&) {}

    /// The first call has become part of the second.
    virtual void on_calls_merged(CallId, CallId) {}

    /// The call is over; its last event was CALL_CLEARED.
    virtual void on_call_over(CallId) {}
};

}  // namespace ctiengine::simulator
