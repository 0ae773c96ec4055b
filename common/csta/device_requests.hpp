#pragma once
#include "common/csta/identifiers.hpp"

/// Requests about devices: features, and what the switch knows of them.
namespace ctiengine::csta {

/// Communication Manager knows FWD_IMMEDIATE only; other types are refused by it.
struct SetForwarding {
    Device device;
    ForwardingType type = ForwardingType::Immediate;
    bool on = false;
    Device forward_to;
    bool operator==(const SetForwarding&) const = default;
};
/// Send-all-calls on Communication Manager.
struct SetDoNotDisturb {
    Device device;
    bool on = false;
    bool operator==(const SetDoNotDisturb&) const = default;
};
struct SetMessageWaiting {
    Device device;
    bool on = false;
    bool operator==(const SetMessageWaiting&) const = default;
};
struct QueryForwarding {
    Device device;
    bool operator==(const QueryForwarding&) const = default;
};
struct QueryDoNotDisturb {
    Device device;
    bool operator==(const QueryDoNotDisturb&) const = default;
};
struct QueryMessageWaiting {
    Device device;
    bool operator==(const QueryMessageWaiting&) const = default;
};
struct QueryLastNumber {
    Device device;
    bool operator==(const QueryLastNumber&) const = default;
};
struct QueryDeviceInfo {
    Device device;
    bool operator==(const QueryDeviceInfo&) const = default;
};
/// attQueryDeviceName: the name administered for an extension.
struct QueryDeviceName {
    Device device;
    bool operator==(const QueryDeviceName&) const = default;
};
/// attQueryStationStatus: busy or idle.
struct QueryStationStatus {
    Device device;
    bool operator==(const QueryStationStatus&) const = default;
};
/// attQueryAcdSplit: agents and calls of a split.
struct QueryAcdSplit {
    Device device;
    bool operator==(const QueryAcdSplit&) const = default;
};
/// attQueryAgentLogin: the extensions logged in to a split; the worker gathers the pieces into one answer.
struct QueryAgentLogin {
    Device device;
    bool operator==(const QueryAgentLogin&) const = default;
};
struct QueryTimeOfDay {
    bool operator==(const QueryTimeOfDay&) const = default;
};
/// One page of the devices this user may use at `level`; begins with index 0.
struct GetDeviceList {
    std::int32_t index = 0;
    std::int32_t level = 1;  ///< CSTALevel_t, 1-7
    bool operator==(const GetDeviceList&) const = default;
};
struct GetApiCaps {
    bool operator==(const GetApiCaps&) const = default;
};

}  // namespace ctiengine::csta
