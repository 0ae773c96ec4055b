#pragma once
#include "common/weblm_messages/messages.hpp"
#include "license-svc/modes/entitlement.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::license {

/// How it goes with the licence server, for people (`license status`, `license explain`).
struct WeblmStatus {
    using WallTime = std::chrono::system_clock::time_point;

    std::string server;                          ///< address that was asked last; empty: none yet
    std::string server_id;                       ///< as it calls itself; empty: it never answered
    std::string session;                         ///< empty: none
    std::string last_error;                      ///< in plain words; empty: the last request went well
    std::optional<Entitlement> granted;          ///< by the lease that runs now
    std::optional<WallTime> lease_end;           ///< our own deadline; none = nothing is held
    std::optional<WallTime> last_success;        ///< when something was granted last
    std::optional<WallTime> next_request;        ///< may have passed; none = no more is asked
    std::optional<weblm::Product> product;       ///< of the installed licence
    std::vector<weblm::Grant> held;              ///< each keyword of the demand, as granted last
    std::vector<weblm::Grant> features;          ///< each keyword of the licence: capacity, in use, expiry
    std::optional<std::uint32_t> remote_agents;  ///< capacity of the Remote Agent add-on; none = not licensed
};

}  // namespace ctiengine::license
