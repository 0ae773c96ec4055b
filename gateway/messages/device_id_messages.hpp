#pragma once
#include "common/csta/identifiers.hpp"

#include <string>

namespace ctiengine::gateway {

/// GetThirdPartyDeviceId and GetDeviceId of Avaya's clients: what the four fields of the ID shall be.
struct DeviceIdRequest {
    csta::Device extension;
    std::string switch_name;
    std::string switch_address;  ///< GetDeviceId only
    int instance = 0;            ///< 0, 1 or 2
    bool operator==(const DeviceIdRequest&) const = default;
};

}  // namespace ctiengine::gateway
