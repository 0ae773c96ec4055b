#pragma once
#include "common/rights/rights.hpp"
#include "ctiengine/tsapi/v1/telephony.pb.h"

#include <map>
#include <optional>
#include <string>

namespace ctiengine::rpc {

/// What the users of one gateway's sessions may touch, as the gateway told. The worker's own look at every
/// request: a mistake in a gateway is not enough to control another's telephone. Belongs to the telephony
/// executor.
class SessionRights {
  public:
    static constexpr std::size_t kMostSessions = 100'000;

    /// False = too many sessions, or one without a name.
    bool opened(const tsapi::v1::SessionOpened& session);
    void closed(const std::string& session_id) { by_session_.erase(session_id); }

    /// Why a request of this session is refused, as far as names can tell. An empty session is the gateway's
    /// own work: it may look, monitor and stop monitoring.
    std::optional<rights::Denial> denial_of(const std::string& session_id, const csta::Request& request)
        const;

    /// The user's rights; null = the gateway's own work, or a session nobody knows.
    const identity::Rights* find(const std::string& session_id) const;

    std::size_t size() const { return by_session_.size(); }

  private:
    std::map<std::string, identity::Rights> by_session_;
};

}  // namespace ctiengine::rpc
