#pragma once

#include "simulator/switch/model/party.hpp"
#include "tsapi-worker/tsapi/abi/att_types.h"

#include <optional>
#include <string>
#include <vector>

namespace ctiengine::simulator {

/// Digits that a caller typed or a routing program provided.
struct EnteredCode {
    ATTUserEnteredCodeType_t type = UE_NONE;
    ATTUserEnteredCodeIndicator_t indicator = UE_ENTERED;
    std::string digits;
    std::string collect_vdn;
    bool operator==(const EnteredCode&) const = default;
};

/// What its way through VDNs and skills has left on a call (tsapi: 7.4).
struct AcdTrail {
    /// A vector works on the call or it waits for an agent: it lives although the caller is alone.
    bool in_vector = false;
    std::string vdn;    ///< the last one it entered
    std::string split;  ///< that distributed it
    std::optional<EnteredCode> entered;
    std::string typed_ahead;  ///< digits nobody has collected yet
    int tone_digits = 0;      ///< that a routing program wants to hear of when the caller types them
    int vdns_entered = 0;
    std::vector<std::string> followers;  ///< VDNs and splits whose monitors follow the call to its end
};

}  // namespace ctiengine::simulator
