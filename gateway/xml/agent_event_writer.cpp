#include "gateway/xml/event_extensions.hpp"
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/names.hpp"

namespace ctiengine::gateway {
namespace {

using Kind = csta::AgentEvent::Kind;

struct Names {
    const char* root;
    const char* private_data;  ///< null = Avaya has none for this event
};

/// In the order of csta::AgentEvent::Kind.
constexpr Names kNames[] = {
    {"AgentLoggedOnEvent", nullptr},
    {"AgentLoggedOffEvent", "AgentLoggedOffEventPrivateData"},
    {"AgentNotReadyEvent", "AgentNotReadyEventPrivateData"},
    {"AgentReadyEvent", "AgentReadyEventPrivateData"},
    {"AgentBusyEvent", nullptr},
    {"AgentWorkingAfterCallEvent", "AgentWorkingAfterCallEventPrivateData"},
};

const char* pending_state(const csta::AgentEvent& event) {
    switch (event.kind) {
        case Kind::Busy: return pending_state_name(event.pending_work_mode);
        case Kind::WorkingAfterCall: return pending_after_call_name(event.pending_work_mode);
        default: return nullptr;
    }
}

void write_avaya_data(const csta::AgentEvent& event, const char* name, PrivateData& private_data) {
    const bool logged_off = event.kind == Kind::LoggedOff;
    const auto* pending = logged_off ? nullptr : work_mode_name(event.pending_work_mode);
    const bool has_reason = event.reason_code != 0 || event.kind == Kind::NotReady;
    if (name == nullptr || (!has_reason && pending == nullptr)) return;
    auto data = private_data.add(name, kAvayaNamespace);
    if (has_reason) data.number("reasonCode", event.reason_code);
    if (pending == nullptr) return;
    data.text("pendingWorkMode", pending);
    data.number("pendingReasonCode", event.pending_reason_code);
}

}  // namespace

std::string write_agent_event(
    const csta::AgentEvent& event, const EventAddress& address, const Dialect& dialect
) {
    const auto& names = kNames[static_cast<std::size_t>(event.kind)];
    MessageBuilder message(names.root, namespace_of(dialect.edition));
    auto root = message.root();
    root.text("monitorCrossRefID", address.cross_ref_id);
    write_party(root, "agentDevice", event.agent_device, dialect);
    root.optional_text("agentID", event.agent_id);
    if (!event.group.empty()) write_device(root, "acdGroup", event.group, dialect);
    root.optional_word("pendingAgentState", pending_state(event));
    PrivateData private_data(root);
    write_avaya_data(event, names.private_data, private_data);
    write_event_extensions(address, private_data, dialect);
    return message.text();
}

}  // namespace ctiengine::gateway
