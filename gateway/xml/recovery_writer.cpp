#include "gateway/xml/recovery_writer.hpp"

#include "gateway/xml/common_elements.hpp"
#include "gateway/xml/message_builder.hpp"
#include "gateway/xml/namespaces.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace ctiengine::gateway {
namespace {

using Devices = std::span<const MonitoredDevice>;

/// An entry has at most kMonitorsInOneEntry monitors, so it is below 1,500 bytes with a long spelling.
constexpr std::size_t kDevicesInOneEvent = 40;

void write_monitored_device(ElementWriter list, const MonitoredDevice& device, const Dialect& dialect) {
    auto data = list.child("monitorObjectData");
    auto object = data.child("monitorObject");
    write_device(object, "deviceObject", device.device, dialect);
    object.set_namespace_of_children(namespace_of(dialect.edition));
    for (const auto& id : device.cross_ref_ids) {
        auto started = data.child("monitorStartResponse");
        started.text("monitorCrossRefID", id);
        started.set_namespace_of_children(namespace_of(dialect.edition));
    }
}

std::string write_part(
    const char* event_name,
    const char* list_name,
    const std::function<void(ElementWriter list)>& write_list,
    bool is_final
) {
    MessageBuilder message(event_name, kAvayaNamespace);
    write_list(message.root().child(list_name));
    message.root().flag("isFinalResponse", is_final);
    return message.text();
}

using WriteItem = std::function<void(ElementWriter list, const MonitoredDevice& device)>;

std::vector<std::string> write_parts(
    const char* event_name, const char* list_name, Devices devices, const WriteItem& write_item
) {
    std::vector<std::string> events;
    do {
        const auto part = devices.first(std::min(devices.size(), kDevicesInOneEvent));
        devices = devices.subspan(part.size());
        const auto write_list = [&](ElementWriter list) {
            for (const auto& device : part) write_item(list, device);
        };
        events.push_back(write_part(event_name, list_name, write_list, devices.empty()));
    } while (!devices.empty());
    return events;
}

}  // namespace

std::string write_session_id_list(const std::vector<std::string>& session_ids) {
    MessageBuilder message("GetSessionIdListResponse", kAvayaNamespace);
    auto list = message.root().child("sessionIDList");
    for (const auto& id : session_ids) list.text("sessionID", id);
    return message.text();
}

std::vector<std::string> write_device_id_list_events(
    const std::vector<MonitoredDevice>& devices, const Dialect& dialect
) {
    return write_parts(
        "GetDeviceIdListEvent", "deviceIDList", devices,
        [&dialect](ElementWriter list, const MonitoredDevice& device) {
            write_device(list, "deviceID", device.device, dialect);
        }
    );
}

std::vector<std::string> write_monitor_list_events(
    const char* event_name, const std::vector<MonitoredDevice>& devices, const Dialect& dialect
) {
    return write_parts(
        event_name, "monitorObjectDataList", devices,
        [&dialect](ElementWriter list, const MonitoredDevice& device) {
            write_monitored_device(list, device, dialect);
        }
    );
}

}  // namespace ctiengine::gateway
