#pragma once
#include "simulator/weblm/model/license_server.hpp"

#include <string>
#include <vector>

namespace ctiengine::weblm_sim {

/// The table of features with the manual's four columns: name and keyword, expiration date, licensed
/// capacity, currently used. An on/off feature has the capacity "on" and is "Not counted".
std::string capacity_table(const std::vector<FeatureUse>& uses);

}  // namespace ctiengine::weblm_sim
