#pragma once
#include "common/result/result.hpp"
#include "common/weblm_messages/messages.hpp"
#include "license-svc/modes/entitlement.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::license {

/// The Remote Agent add-on. It is only reported: the manual names no effect of it.
inline constexpr std::string_view kRemoteAgents = "VALUE_AESO_OPEN_REM_USERS";

/// What the settings say about the licence server's part.
struct DemandSettings {
    bool primary = true;         ///< PRIMARYCTI
    std::uint32_t users = 0;     ///< USERS: of a primary engine, 1 to weblm::kMostSeats; else 0
    std::uint32_t ha_users = 0;  ///< HA_USERS: of a stand-by engine, 1 to weblm::kMostSeats; else 0
    std::string users_keyword = "VALUE_AESO_OPEN_USERS";  ///< letters, digits and '_'
};

/// What this engine wants from the licence server, in its keywords.
struct Demand {
    std::string seats_keyword;
    std::uint32_t seats = 0;
    std::string base_keyword;         ///< has to be on
    std::string call_center_keyword;  ///< may be on
    bool operator==(const Demand&) const = default;
};

/// A primary engine counts USERS, a stand-by HA_USERS, and the other of the two is 0 (manual 3, licensing).
/// InvalidSettings names the setting that breaks this.
Result<Demand> make_demand(const DemandSettings& settings);

/// The demand as lines of an Acquire or Renew.
std::vector<weblm::FeatureDemand> features_of(const Demand& demand);

/// What an answer of code OK or PARTIAL gives; never more seats than were asked for. Refused, with what is
/// missing: no seat, or the base feature is not on.
Result<Entitlement> entitlement_of(const Demand& demand, const weblm::Response& response);

}  // namespace ctiengine::license
