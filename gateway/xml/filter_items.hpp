#pragma once
#include "gateway/messages/monitor_messages.hpp"

#include <array>
#include <optional>

namespace ctiengine::gateway {

/// One item of a monitor filter.
struct FilterItem {
    const char* group;
    const char* name;
    std::optional<EventKind> kind;  ///< empty = a call event that we never send
};

/// The filter items of the groups that we serve, in schema order. The answer to MonitorStart shows the call
/// control events that we never send as kept back; other items that we do not serve are left out of it.
/// EnteredDigits is an event of Avaya's: its item stands in AvayaEvents/callControlPrivate/enteredDigits.
inline constexpr std::array<FilterItem, 30> kFilterItems = {{
    {"callcontrol", "bridged", std::nullopt},
    {"callcontrol", "callCleared", EventKind::CallCleared},
    {"callcontrol", "conferenced", EventKind::Conferenced},
    {"callcontrol", "connectionCleared", EventKind::ConnectionCleared},
    {"callcontrol", "delivered", EventKind::Delivered},
    {"callcontrol", "digitsDialed", std::nullopt},
    {"callcontrol", "diverted", EventKind::Diverted},
    {"callcontrol", "established", EventKind::Established},
    {"callcontrol", "failed", EventKind::Failed},
    {"callcontrol", "held", EventKind::Held},
    {"callcontrol", "networkCapabilitiesChanged", std::nullopt},
    {"callcontrol", "networkReached", EventKind::NetworkReached},
    {"callcontrol", "offered", std::nullopt},
    {"callcontrol", "originated", EventKind::Originated},
    {"callcontrol", "queued", EventKind::Queued},
    {"callcontrol", "retrieved", EventKind::Retrieved},
    {"callcontrol", "serviceInitiated", EventKind::ServiceInitiated},
    {"callcontrol", "transferred", EventKind::Transferred},
    {"callAssociated", "callInformation", EventKind::CallInformation},
    {"physicalDeviceFeature", "messageWaiting", EventKind::MessageWaiting},
    {"logicalDeviceFeature", "agentBusy", EventKind::AgentBusy},
    {"logicalDeviceFeature", "agentLoggedOn", EventKind::AgentLoggedOn},
    {"logicalDeviceFeature", "agentLoggedOff", EventKind::AgentLoggedOff},
    {"logicalDeviceFeature", "agentNotReady", EventKind::AgentNotReady},
    {"logicalDeviceFeature", "agentReady", EventKind::AgentReady},
    {"logicalDeviceFeature", "agentWorkingAfterCall", EventKind::AgentWorkingAfterCall},
    {"logicalDeviceFeature", "doNotDisturb", EventKind::DoNotDisturb},
    {"logicalDeviceFeature", "forwarding", EventKind::Forwarding},
    {"maintenance", "backInService", EventKind::BackInService},
    {"maintenance", "outOfService", EventKind::OutOfService},
}};

}  // namespace ctiengine::gateway
