#pragma once
#include "common/csta/identifiers.hpp"

/// Confirmations of the requests in device_requests.hpp.
namespace ctiengine::csta {

struct ForwardingEntry {
    ForwardingType type = ForwardingType::Immediate;
    bool on = false;
    Device forward_to;
    bool operator==(const ForwardingEntry&) const = default;
};
struct ForwardingAnswer {
    std::vector<ForwardingEntry> entries;  ///< at most 7
    bool operator==(const ForwardingAnswer&) const = default;
};
struct DoNotDisturbAnswer {
    bool on = false;
    bool operator==(const DoNotDisturbAnswer&) const = default;
};
struct MessageWaitingAnswer {
    bool on = false;
    std::int32_t applications = 0;  ///< bits of ATTMwiApplication_t: who lit the lamp
    bool operator==(const MessageWaitingAnswer&) const = default;
};
struct LastNumberAnswer {
    Device number;
    bool operator==(const LastNumberAnswer&) const = default;
};
struct DeviceInfoAnswer {
    Device device;
    DeviceType type = DeviceType::Station;
    std::int32_t device_class = 0;  ///< bits of DeviceClass_t
    ExtensionClass extension_class = ExtensionClass::Unknown;
    ExtensionClass associated_class = ExtensionClass::Unknown;
    Device associated_device;  ///< an agent's station, or the agent at a station
    bool operator==(const DeviceInfoAnswer&) const = default;
};
struct DeviceNameAnswer {
    std::int32_t type = 0;  ///< ATTDeviceType_t
    Device device;
    std::string name;  ///< UTF-8
    bool operator==(const DeviceNameAnswer&) const = default;
};
struct StationStatusAnswer {
    bool busy = false;
    bool operator==(const StationStatusAnswer&) const = default;
};
struct AcdSplitAnswer {
    std::int32_t available_agents = 0;
    std::int32_t calls_in_queue = 0;
    std::int32_t agents_logged_in = 0;
    bool operator==(const AcdSplitAnswer&) const = default;
};
struct AgentLoginAnswer {
    std::vector<Device> extensions;
    bool operator==(const AgentLoginAnswer&) const = default;
};
/// The switch's clock, in its own time zone.
struct TimeOfDayAnswer {
    std::int32_t year = 0;
    std::int32_t month = 0;  ///< 1-12
    std::int32_t day = 0;
    std::int32_t hour = 0;
    std::int32_t minute = 0;
    std::int32_t second = 0;
    bool operator==(const TimeOfDayAnswer&) const = default;
};
struct DeviceListAnswer {
    std::vector<Device> devices;   ///< at most 20
    std::int32_t next_index = -1;  ///< -1 = that was the last page
    std::int32_t level = 1;
    bool unrestricted = false;  ///< the user may use every device; the list is then empty
    bool operator==(const DeviceListAnswer&) const = default;
};
/// What the switch supports, in the order of CSTAGetAPICapsConfEvent_t, and what its software is.
struct ApiCapsAnswer {
    std::vector<std::string> services;  ///< names of the supported fields, e.g. "makeCall"
    std::string switch_version;
    std::string software_version;
    bool operator==(const ApiCapsAnswer&) const = default;
};

}  // namespace ctiengine::csta
