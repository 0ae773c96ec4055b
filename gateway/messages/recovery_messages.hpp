#pragma once
#include "common/csta/identifiers.hpp"

#include <string>
#include <vector>

/// How Avaya's clients find and take over what a session watches (namespace http://www.avaya.com/csta).
namespace ctiengine::gateway {

/// GetDeviceIdList and GetMonitorList: of which session; empty = of the one that asks.
struct SessionQuestion {
    std::string session_id;
    bool operator==(const SessionQuestion&) const = default;
};

struct TransferMonitorObjects {
    std::string from_session;
    std::string to_session;
    bool operator==(const TransferMonitorObjects&) const = default;
};

/// One device and the monitors that a session has on it.
struct MonitoredDevice {
    csta::Device device;
    std::vector<std::string> cross_ref_ids;
    bool operator==(const MonitoredDevice&) const = default;
};

}  // namespace ctiengine::gateway
