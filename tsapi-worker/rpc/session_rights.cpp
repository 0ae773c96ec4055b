#include "tsapi-worker/rpc/session_rights.hpp"

namespace ctiengine::rpc {
namespace {

bool is_gateways_work(const csta::Request& request) {
    return std::holds_alternative<csta::MonitorStart>(request) ||
           std::holds_alternative<csta::MonitorStop>(request) ||
           std::holds_alternative<csta::SnapshotDevice>(request) ||
           std::holds_alternative<csta::SnapshotCall>(request) ||
           std::holds_alternative<csta::RequestSystemStatus>(request);
}

/// A role nobody knows is the least.
identity::Role role_of(std::int32_t number) {
    if (number == static_cast<int>(identity::Role::Admin)) return identity::Role::Admin;
    if (number == static_cast<int>(identity::Role::Supervisor)) return identity::Role::Supervisor;
    return identity::Role::Agent;
}

}  // namespace

bool SessionRights::opened(const tsapi::v1::SessionOpened& session) {
    const auto& id = session.session_id();
    if (id.empty() || (by_session_.size() >= kMostSessions && !by_session_.contains(id))) return false;
    identity::Rights rights;
    rights.role = role_of(session.role());
    rights.devices.insert(session.devices().begin(), session.devices().end());
    rights.agent_ids.insert(session.agent_ids().begin(), session.agent_ids().end());
    by_session_.insert_or_assign(id, std::move(rights));
    return true;
}

const identity::Rights* SessionRights::find(const std::string& session_id) const {
    const auto found = by_session_.find(session_id);
    return found == by_session_.end() ? nullptr : &found->second;
}

std::optional<rights::Denial> SessionRights::denial_of(
    const std::string& session_id, const csta::Request& request
) const {
    if (session_id.empty()) {
        if (is_gateways_work(request)) return std::nullopt;
        return rights::Denial{"a request of this kind has to belong to a session"};
    }
    const auto* rights = find(session_id);
    if (!rights) return rights::Denial{"the worker does not know this session"};
    return rights::denial_of(*rights, request);
}

}  // namespace ctiengine::rpc
