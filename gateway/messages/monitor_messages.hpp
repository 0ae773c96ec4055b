#pragma once
#include "common/csta/events.hpp"
#include "common/csta/identifiers.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <variant>

namespace ctiengine::gateway {

/// Every event that a monitor of ours can send. The call events come in the order of csta::CallEventBody, the
/// agent events in that of csta::AgentEvent::Kind, the features in that of csta::FeatureEvent.
enum class EventKind : std::uint8_t {
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
    EnteredDigits,
    AgentLoggedOn,
    AgentLoggedOff,
    AgentNotReady,
    AgentReady,
    AgentBusy,
    AgentWorkingAfterCall,
    Forwarding,
    DoNotDisturb,
    MessageWaiting,
    BackInService,
    OutOfService,
};
inline constexpr std::size_t kEventKinds = 27;

inline EventKind kind_of(const csta::CallEvent& event) {
    static_assert(std::variant_size_v<csta::CallEventBody> == 16);
    return static_cast<EventKind>(event.body.index());
}
inline EventKind kind_of(const csta::AgentEvent& event) {
    constexpr auto kFirstAgentKind = static_cast<int>(EventKind::AgentLoggedOn);
    return static_cast<EventKind>(kFirstAgentKind + static_cast<int>(event.kind));
}

inline EventKind kind_of(const csta::FeatureEvent& event) {
    static_assert(std::variant_size_v<csta::FeatureEvent> == 4);
    const auto* service = std::get_if<csta::InServiceChanged>(&event);
    if (service != nullptr) return service->in_service ? EventKind::BackInService : EventKind::OutOfService;
    constexpr auto kFirstFeature = static_cast<std::size_t>(EventKind::Forwarding);
    return static_cast<EventKind>(kFirstFeature + event.index());
}

/// Which events a monitor sends. Made from either reading of the XML filter: the standard one (true = do not
/// send) or DMCC's inverted one (true = send).
struct MonitorFilter {
    std::bitset<kEventKinds> sent = std::bitset<kEventKinds>().set();
    bool inverted = false;  ///< the client reads filters DMCC's way; the answer is written in the same way

    bool sends(EventKind kind) const { return sent[static_cast<std::size_t>(kind)]; }
    void set(EventKind kind, bool send) { sent[static_cast<std::size_t>(kind)] = send; }
    bool operator==(const MonitorFilter&) const = default;
};

/// `Device` = only while the device is in the call; `Call` = follow the call to its end.
enum class MonitorType { Call, Device };

struct MonitorStart {
    std::variant<csta::Device, csta::Connection> object;
    MonitorType type = MonitorType::Device;
    MonitorFilter filter;
    bool operator==(const MonitorStart&) const = default;
};

struct MonitorStop {
    std::string cross_ref_id;
    bool operator==(const MonitorStop&) const = default;
};

/// The filter takes the place of the one before, whole.
struct ChangeMonitorFilter {
    std::string cross_ref_id;
    MonitorFilter filter;
    bool operator==(const ChangeMonitorFilter&) const = default;
};

/// Positive answer to MonitorStart.
struct MonitorStarted {
    std::string cross_ref_id;
    MonitorFilter filter;
    bool existing_calls = true;  ///< events of calls that were there before are sent too
    bool operator==(const MonitorStarted&) const = default;
};

}  // namespace ctiengine::gateway
