#pragma once

#include "tsapi-worker/tsapi/abi/csta_types.h"

#include <map>
#include <string>
#include <string_view>

namespace ctiengine::simulator {

/// What is switched on at a station.
struct StationState {
    std::map<ForwardingType_t, std::string> forwarding;  ///< where to, by type
    bool send_all_calls = false;                         ///< do not disturb; counts with a coverage path only
    unsigned message_applications = 0;                   ///< bits of ATTMwiApplication_t; 0: the lamp is dark
    std::string last_number;                             ///< that it dialled
    bool out_of_service = false;
};

/// The states of all stations.
class StationStates {
  public:
    [[nodiscard]] StationState& of(const std::string& extension) { return states_[extension]; }

    /// The usual state when nobody has switched anything.
    [[nodiscard]] const StationState& of(std::string_view extension) const {
        static const StationState kUsual;
        const auto found = states_.find(extension);
        return found == states_.end() ? kUsual : found->second;
    }

  private:
    std::map<std::string, StationState, std::less<>> states_;
};

}  // namespace ctiengine::simulator
