#pragma once
#include "common/csta/feature_events.hpp"
#include "common/csta/identifiers.hpp"
#include "common/csta/monitor_object.hpp"
#include "common/csta/routeing.hpp"

#include <chrono>
#include <variant>

/// Events of the switch as one monitored device sees them. Field names follow TSAPI (CSTAxxxEvent_t).
namespace ctiengine::csta {

struct ServiceInitiated {
    Connection initiated;
    bool operator==(const ServiceInitiated&) const = default;
};
struct Originated {
    Connection originated;
    PartyDevice calling;
    PartyDevice called;
    bool operator==(const Originated&) const = default;
};
struct Delivered {
    Connection connection;
    PartyDevice alerting;
    PartyDevice calling;
    PartyDevice called;
    PartyDevice last_redirection;
    bool operator==(const Delivered&) const = default;
};
struct Established {
    Connection established;
    PartyDevice answering;
    PartyDevice calling;
    PartyDevice called;
    PartyDevice last_redirection;
    bool operator==(const Established&) const = default;
};
struct Held {
    Connection held;
    PartyDevice holding;
    bool operator==(const Held&) const = default;
};
struct Retrieved {
    Connection retrieved;
    PartyDevice retrieving;
    bool operator==(const Retrieved&) const = default;
};
struct Queued {
    Connection queued;
    PartyDevice queue;
    PartyDevice calling;
    PartyDevice called;
    PartyDevice last_redirection;
    std::int32_t number_queued = 0;
    bool operator==(const Queued&) const = default;
};
struct Diverted {
    Connection connection;
    PartyDevice diverting;
    PartyDevice new_destination;
    bool operator==(const Diverted&) const = default;
};
struct Transferred {
    Connection primary_old;    ///< the held call; its ID dies
    Connection secondary_old;  ///< the consultation call; its ID lives on
    PartyDevice transferring;
    PartyDevice transferred_to;
    std::vector<ConnectionListItem> connections;
    bool operator==(const Transferred&) const = default;
};
struct Conferenced {
    Connection primary_old;
    Connection secondary_old;
    PartyDevice controller;
    PartyDevice added;
    std::vector<ConnectionListItem> connections;
    bool operator==(const Conferenced&) const = default;
};
struct Failed {
    Connection failed;
    PartyDevice failing;
    PartyDevice calling;
    PartyDevice called;
    bool operator==(const Failed&) const = default;
};
struct NetworkReached {
    Connection connection;
    PartyDevice trunk_used;
    PartyDevice called;
    std::int32_t progress_location = -1;
    std::int32_t progress_description = -1;
    bool operator==(const NetworkReached&) const = default;
};
struct ConnectionCleared {
    Connection dropped;
    PartyDevice releasing;
    bool operator==(const ConnectionCleared&) const = default;
};
struct CallCleared {
    Connection cleared;
    bool operator==(const CallCleared&) const = default;
};

struct CallInformation {
    Connection connection;
    PartyDevice device;
    std::string account;
    std::string authorisation;
    bool operator==(const CallInformation&) const = default;
};
/// Digits a caller entered while a tone receiver listened (ATT_ENTERED_DIGITS).
struct EnteredDigits {
    Connection connection;
    std::string digits;
    bool operator==(const EnteredDigits&) const = default;
};

using CallEventBody = std::variant<
    ServiceInitiated,
    Originated,
    Delivered,
    Established,
    Held,
    Retrieved,
    Queued,
    Diverted,
    Transferred,
    Conferenced,
    Failed,
    NetworkReached,
    ConnectionCleared,
    CallCleared,
    CallInformation,
    EnteredDigits>;

/// One call event. `local` is the state of the monitored device in that call.
struct CallEvent {
    CallEventBody body;
    ConnectionState local = ConnectionState::None;
    EventCause cause = EventCause::None;
    CallPrivateData private_data;
    bool operator==(const CallEvent&) const = default;
};

/// One agent event; all six kinds share their fields. Busy has no TSAPI event of its own: the worker tells it
/// from the talk state.
struct AgentEvent {
    enum class Kind : std::int32_t { LoggedOn, LoggedOff, NotReady, Ready, Busy, WorkingAfterCall };
    Kind kind = Kind::NotReady;
    PartyDevice agent_device;
    std::string agent_id;
    Device group;
    WorkMode work_mode = WorkMode::None;
    std::int32_t reason_code = 0;
    WorkMode pending_work_mode = WorkMode::None;
    std::int32_t pending_reason_code = 0;
    bool operator==(const AgentEvent&) const = default;
};

/// The switch ended the monitor, e.g. the station was removed; the worker does not start it again.
struct MonitorEnded {
    EventCause cause = EventCause::None;
    bool operator==(const MonitorEnded&) const = default;
};

/// The engine watches the object again after an outage; what happened meanwhile was not seen. The events
/// behind this one come from the monitor that runs now. For calls only: devices are compared instead.
struct MonitorResumed {
    bool operator==(const MonitorResumed&) const = default;
};

/// The link to the switch changed; concerns every device.
struct SystemStatusChanged {
    SystemStatus status = SystemStatus::Normal;
    bool operator==(const SystemStatusChanged&) const = default;
};

/// A telephony event with its place in the worker's journal.
struct Event {
    std::uint64_t seq = 0;  ///< 1, 2, 3 … without gaps within one epoch of the worker
    MonitorObject object;   ///< whose monitor tells it
    std::chrono::system_clock::time_point time{};
    bool synthetic = false;  ///< made by the engine after a recovery, not seen on the link
    std::variant<
        CallEvent,
        AgentEvent,
        MonitorEnded,
        SystemStatusChanged,
        FeatureEvent,
        RouteEvent,
        MonitorResumed>
        what;

    /// The event belongs to no monitor, e.g. the link to the switch changed.
    bool concerns_everybody() const { return std::holds_alternative<SystemStatusChanged>(what); }
    bool operator==(const Event&) const = default;
};

}  // namespace ctiengine::csta
