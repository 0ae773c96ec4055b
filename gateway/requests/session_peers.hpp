#pragma once
#include "common/tasks/task.hpp"
#include "gateway/requests/monitor_table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ctiengine::gateway {

/// A monitor of another session, and how that session's client spells the device (empty = bare).
struct PeerMonitor {
    PeerMonitor(Monitor of_peer, std::string device_form)
        : monitor(std::move(of_peer)), form(std::move(device_form)) {}
    Monitor monitor;
    std::string form;
};

/// The live sessions of this gateway, as session recovery sees them. A session is shown to the same user
/// only. Callable from any strand; coroutines resume on the caller's.
class SessionPeers {
  public:
    virtual ~SessionPeers() = default;

    /// The user's sessions, in no order.
    virtual std::vector<std::string> sessions_of(const std::string& user) const = 0;

    /// The active monitors of a session; nothing when the user has no such session (any more).
    virtual Task<std::optional<std::vector<PeerMonitor>>> monitors_of(
        std::string user, std::string session_id
    ) = 0;

    /// The session loses these monitors soon; nobody waits for it. Its client is not told.
    virtual void give_up(
        const std::string& user, const std::string& session_id, std::vector<std::string> cross_ref_ids
    ) = 0;
};

}  // namespace ctiengine::gateway
