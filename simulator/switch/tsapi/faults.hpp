#pragma once

#include "tsapi-worker/tsapi/abi/acs_failures.h"

#include <chrono>
#include <optional>

namespace ctiengine::simulator {

/// What the AES does wrong on purpose; set at the control port.
struct Faults {
    std::optional<ACSUniversalFailure_t> refuse_opens;
    std::chrono::milliseconds delay{0};  ///< of everything sent, the order stays
    bool answers = true;                 ///< false: requests are swallowed
    bool heartbeats = true;
};

}  // namespace ctiengine::simulator
