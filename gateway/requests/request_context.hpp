#pragma once
#include "common/identity/identity.hpp"
#include "common/logging/log.hpp"
#include "gateway/messages/system_messages.hpp"
#include "gateway/requests/monitor_table.hpp"
#include "gateway/requests/route_registrations.hpp"
#include "gateway/requests/session_peers.hpp"
#include "gateway/worker_link/telephony_link.hpp"
#include "gateway/xml/dialect.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::gateway {

/// What requests know and change of their session. Belongs to the session's strand.
struct SoftphoneState {
    std::string session_id;  ///< empty = no session is open
    std::string user;
    identity::Rights rights;  ///< of the user; none while no session is open
    Dialect dialect;
    MonitorTable monitors;
    std::map<std::string, StatusFilter> status_registrations;  ///< sysStatRegisterID → what it wants
    std::uint64_t last_registration = 0;
    std::uint64_t last_service_cross_ref = 0;
    RouteRegistrations route_registrations;
};

/// What a request has at hand. The session owns it for as long as the request runs.
struct RequestContext {
    TelephonyLink& link;
    SoftphoneState& softphone;
    std::shared_ptr<DeviceListener> listener;  ///< the session, for what the request starts to watch
    CallContext call;
    logging::LogContext log;
    SessionPeers& peers;                 ///< the other sessions of this gateway
    std::vector<std::string> notices{};  ///< unasked messages that leave right behind the answer
};

}  // namespace ctiengine::gateway
