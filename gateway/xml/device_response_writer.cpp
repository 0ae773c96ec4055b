#include "gateway/xml/device_response_writer.hpp"

#include "gateway/xml/answer_parts.hpp"

namespace ctiengine::gateway {
namespace {

using csta::DeviceType;
using csta::ExtensionClass;

struct Kind {
    DeviceType type;
    const char* category;
    const char* named_type;
};
constexpr Kind kKinds[] = {
    {DeviceType::Station, "station", "station"},
    {DeviceType::Line, "networkInterface", "line"},
    {DeviceType::Button, "other", "button"},
    {DeviceType::Acd, "acd", "acd"},
    {DeviceType::Trunk, "networkInterface", "trunk"},
    {DeviceType::Operator, "station", "operator"},
    {DeviceType::StationGroup, "group", "stationGroup"},
    {DeviceType::LineGroup, "group", "lineGroup"},
    {DeviceType::ButtonGroup, "group", "buttonGroup"},
    {DeviceType::AcdGroup, "group", "acdGroup"},
    {DeviceType::TrunkGroup, "group", "trunkGroup"},
    {DeviceType::OperatorGroup, "group", "operatorGroup"},
};

/// Avaya's extension class is more exact than the device type.
Kind kind_of(const csta::DeviceInfoAnswer& answer) {
    switch (answer.extension_class) {
        case ExtensionClass::Vdn: return {answer.type, "routeingDevice", "other"};
        case ExtensionClass::AcdSplit: return {answer.type, "group", "acdGroup"};
        case ExtensionClass::Announcement: return {answer.type, "voiceUnit", "other"};
        default: break;
    }
    for (const auto& kind : kKinds) {
        if (kind.type == answer.type) return kind;
    }
    return {answer.type, "other", "other"};
}

bool has_telephone(const csta::DeviceInfoAnswer& answer) {
    switch (answer.extension_class) {
        case ExtensionClass::Data:
        case ExtensionClass::Analog:
        case ExtensionClass::Proprietary:
        case ExtensionClass::Bri: return true;
        case ExtensionClass::Unknown: return answer.type == DeviceType::Station;
        default: return false;
    }
}

void write_media_classes(ElementWriter root, std::int32_t device_class) {
    constexpr std::pair<std::int32_t, const char*> kClasses[] = {
        {0x80, "voice"}, {0x40, "data"}, {0x20, "image"}, {0x10, "other"}};
    if (device_class == 0) return;
    auto element = root.child("mediaClassSupport");
    for (const auto& [bit, word] : kClasses) {
        if ((device_class & bit) != 0) element.flag(word, true);
    }
}

/// ATTDeviceType_t.
const char* avaya_device_type(std::int32_t type) {
    constexpr const char* kWords[] = {"unknown", "acdSplit",        "announcement", "data", "logicalAgent",
                                      "station", "trunkAccessCode", "vdn",          "other"};
    const auto index = static_cast<std::size_t>(type);
    return index < std::size(kWords) ? kWords[index] : "other";
}

}  // namespace

std::string write_get_logical_device_information_response(
    const csta::DeviceInfoAnswer& answer, const Dialect& dialect
) {
    Response message("GetLogicalDeviceInformationResponse", dialect);
    auto root = message.root();
    const auto kind = kind_of(answer);
    root.text("deviceCategory", kind.category);
    root.text("namedDeviceTypes", kind.named_type);
    write_device(root, "shortFormDeviceID", answer.device, dialect);
    root.flag("hasPhysicalElement", has_telephone(answer));
    root.flag("appearanceAddressable", false);  // TSAPI knows no appearances
    root.text("appearanceType", "basicStandard");
    if (answer.extension_class == ExtensionClass::LogicalAgent && !answer.associated_device.empty()) {
        write_device(root.child("otherPhysicalDeviceList"), "deviceID", answer.associated_device, dialect);
    }
    write_media_classes(root, answer.device_class);
    return message.text();
}

std::string write_get_switching_function_devices_response(
    std::string_view cross_ref_id, const Dialect& dialect
) {
    Response message("GetSwitchingFunctionDevicesResponse", dialect);
    message.root().text("serviceCrossRefID", cross_ref_id);
    return message.text();
}

std::string write_switching_function_devices(const DeviceListSegment& segment, const Dialect& dialect) {
    Response message("SwitchingFunctionDevices", dialect);
    auto root = message.root();
    root.text("serviceCrossRefID", segment.cross_ref_id);
    root.number("segmentID", segment.segment);
    root.flag("lastSegment", segment.last);
    auto list = root.child("deviceList");
    for (const auto& device : segment.devices) {
        write_device(list.child("device"), "deviceID", device, dialect);
    }
    return message.text();
}

std::string write_get_physical_device_name_response(
    const csta::DeviceNameAnswer& answer, const Dialect& dialect
) {
    MessageBuilder message("GetPhysicalDeviceNameResponse", kAvayaNamespace);
    auto root = message.root();
    root.text("deviceType", avaya_device_type(answer.type));
    write_device(root, "device", answer.device, dialect);
    root.text("name", answer.name);
    return message.text();
}

std::string write_get_acd_split_response(const csta::AcdSplitAnswer& answer) {
    MessageBuilder message("GetAcdSplitResponse", kAvayaNamespace);
    message.root().number("availableAgents", answer.available_agents);
    message.root().number("callsInQueue", answer.calls_in_queue);
    message.root().number("agentsLoggedIn", answer.agents_logged_in);
    return message.text();
}

std::string write_get_time_of_day_response(
    const csta::TimeOfDayAnswer& answer, std::string_view switch_name
) {
    MessageBuilder message("GetTimeOfDayResponse", kAvayaNamespace);
    auto root = message.root();
    root.text("switchName", switch_name);
    root.number("year", answer.year);
    root.number("month", answer.month);
    root.number("day", answer.day);
    root.number("hour", answer.hour);
    root.number("minute", answer.minute);
    root.number("second", answer.second);
    return message.text();
}

std::string write_agent_login_extension_event(
    std::string_view cross_ref_id, const csta::AgentLoginAnswer& answer, const Dialect& dialect
) {
    MessageBuilder message("AgentLoginExtensionEvent", kAvayaNamespace);
    auto root = message.root();
    root.text("monitorCrossRefID", cross_ref_id);
    auto list = root.child("agentLoginExtensionList");
    for (const auto& extension : answer.extensions) {
        write_device(list, "agentExtension", extension, dialect);
    }
    root.flag("isFinalResponse", true);
    return message.text();
}

}  // namespace ctiengine::gateway
