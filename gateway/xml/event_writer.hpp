#pragma once
#include "common/csta/events.hpp"
#include "gateway/messages/monitor_messages.hpp"
#include "gateway/messages/session_messages.hpp"
#include "gateway/xml/dialect.hpp"

#include <string>
#include <string_view>

/// What goes out unasked (invoke ID 9999). Every writer returns a complete XML document in schema order.
namespace ctiengine::gateway {

/// The monitor an event goes to and its place in the journal.
struct EventAddress {
    std::string_view cross_ref_id;
    MonitorType type = MonitorType::Device;  ///< localConnectionInfo is left out for call monitors
    EventPosition position{};                ///< written when the dialect wants numbered events
    bool synthetic = false;                  ///< marks an event that the engine made after a recovery
};

std::string write_call_event(
    const csta::CallEvent& event, const EventAddress& address, const Dialect& dialect
);
std::string write_agent_event(
    const csta::AgentEvent& event, const EventAddress& address, const Dialect& dialect
);

std::string write_feature_event(
    const csta::FeatureEvent& event, const EventAddress& address, const Dialect& dialect
);

/// The switch ended a monitor: MonitorStop from the server.
std::string write_monitor_ended(const EventAddress& address, const Dialect& dialect);

/// To clients that registered for it; `register_id` is theirs.
std::string write_system_status(
    std::string_view register_id, csta::SystemStatus status, const Dialect& dialect
);

}  // namespace ctiengine::gateway
