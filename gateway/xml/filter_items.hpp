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

/// The filter items of the two groups that we serve, in schema order. The answer to MonitorStart shows the
/// events that we never send as kept back; groups that we do not serve at all are left out of it.
inline constexpr std::array<FilterItem, 24> kFilterItems = {{
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
    {"logicalDeviceFeature", "agentBusy", EventKind::AgentBusy},
    {"logicalDeviceFeature", "agentLoggedOn", EventKind::AgentLoggedOn},
    {"logicalDeviceFeature", "agentLoggedOff", EventKind::AgentLoggedOff},
    {"logicalDeviceFeature", "agentNotReady", EventKind::AgentNotReady},
    {"logicalDeviceFeature", "agentReady", EventKind::AgentReady},
    {"logicalDeviceFeature", "agentWorkingAfterCall", EventKind::AgentWorkingAfterCall},
}};

}  // namespace ctiengine::gateway
