#pragma once
#include "tsapi-worker/tsapi/abi/csta_system.h"

#include <string>
#include <vector>

namespace ctiengine::tsapi {

/// The names of the fields that are not 0, in the order of the struct.
std::vector<std::string> supported_services(const CSTAGetAPICapsConfEvent_t& caps);

}  // namespace ctiengine::tsapi
