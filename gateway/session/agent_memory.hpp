#pragma once
#include "common/csta/events.hpp"
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"

#include <map>

namespace ctiengine::gateway {

/// Who is logged in to the ACD at the telephones of one session, as far as the session knows: by what it
/// asked for, and by what it was told of its user's own telephones. For LOGOUTONTIMEOUT (R-093 … R-096).
/// Belongs to the session's strand.
class AgentMemory {
  public:
    /// A request of this session was answered. `own`: the device is the user's own telephone; what is only
    /// watched does not count, what the session logged in itself does.
    void answered(const csta::Request& request, const csta::Response& response, bool own);
    /// An event of the user's own telephone.
    void heard(const csta::Device& device, const csta::AgentEvent& event);

    /// Device → agent ID (empty = not known).
    const std::map<csta::Device, std::string>& logged_in() const { return logged_in_; }

  private:
    void set(const csta::SetAgentState& asked);

    std::map<csta::Device, std::string> logged_in_;
};

/// The device of a request that tells of agents; null = it does not.
const csta::Device* agent_device_of(const csta::Request& request);

}  // namespace ctiengine::gateway
