#pragma once
#include "common/csta/identifiers.hpp"

#include <string>
#include <vector>

namespace ctiengine::gateway {

/// GetSwitchingFunctionDevices. The switch tells numbers only: a wish for one category cannot be met and is
/// refused by the reader.
struct DeviceListRequest {
    csta::Device only;  ///< empty = all
    bool operator==(const DeviceListRequest&) const = default;
};

/// One SwitchingFunctionDevices message: a part of the list, sent unasked.
struct DeviceListSegment {
    std::string cross_ref_id;
    int segment = 1;  ///< 1, 2, 3 ...
    bool last = false;
    std::vector<csta::Device> devices;
    bool operator==(const DeviceListSegment&) const = default;
};

}  // namespace ctiengine::gateway
