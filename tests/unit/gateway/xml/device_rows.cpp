#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/feature_reader.hpp"
#include "tests/unit/gateway/xml/request_row_parts.hpp"
#include "tests/unit/gateway/xml/request_tables.hpp"

namespace ctiengine::gateway::test {
namespace {

/// A request that names a device and nothing else.
template <class Reader>
RequestUnderTest device_only(
    const std::string& name, Reader read, csta::Request expected, const char* attributes = kCsta
) {
    return {
        name,
        element(name, element("device", "4001"), attributes),
        with_forms(read),
        expected,
        {"device"},
        {{"device", ""}, {"device", "1:2"}}};
}

RequestUnderTest set_forwarding() {
    const auto xml = element("device", "4001") + element("forwardingType", "forwardImmediate") +
                     element("activateForward", "true") + element("forwardDN", "4002");
    return {
        "SetForwarding",
        element("SetForwarding", xml, kCsta),
        with_forms(&read_set_forwarding),
        csta::Request(csta::SetForwarding{"4001", csta::ForwardingType::Immediate, true, "4002"}),
        {"device", "activateForward", "forwardDN"},
        {{"device", ""},
         {"forwardingType", "forwardDND"},
         {"activateForward", "yes"},
         {"activateForward", ""},
         {"forwardDN", ""},
         {"forwardDN", "1:2"}}};
}

RequestUnderTest set_do_not_disturb() {
    const auto xml = element("device", "4001") + element("doNotDisturbOn", "true") +
                     element("callOrigination", element("internal", "true") + element("external", "true"));
    return {
        "SetDoNotDisturb",
        element("SetDoNotDisturb", xml, kCsta),
        with_forms(&read_set_do_not_disturb),
        csta::Request(csta::SetDoNotDisturb{"4001", true}),
        {"device", "doNotDisturbOn", "callOrigination/internal", "callOrigination/external"},
        {{"device", ""}, {"doNotDisturbOn", "2"}, {"callOrigination/internal", "false"}}};
}

RequestUnderTest set_message_waiting() {
    const auto xml = element("device", "4001") + element("messageWaitingOn", "true");
    return {"SetMessageWaitingIndicator",          element("SetMessageWaitingIndicator", xml, kCsta),
            with_forms(&read_set_message_waiting), csta::Request(csta::SetMessageWaiting{"4001", true}),
            {"device", "messageWaitingOn"},        {{"device", "1:2"}, {"messageWaitingOn", "on"}}};
}

RequestUnderTest get_switching_function_devices() {
    return {
        "GetSwitchingFunctionDevices",
        element("GetSwitchingFunctionDevices", element("requestedDeviceID", "4001"), kCsta),
        with_forms(&read_get_switching_function_devices),
        DeviceListRequest{"4001"},
        {},
        {{"requestedDeviceID", "1:2"}}};
}

RequestUnderTest get_time_of_day() {
    return {
        "GetTimeOfDay",
        element("GetTimeOfDay", element("switchName", "CM1"), kAvaya),
        without_forms(&read_get_time_of_day),
        csta::Device("CM1"),
        {"switchName"},
        {{"switchName", ""}}};
}

}  // namespace

std::vector<RequestUnderTest> device_rows() {
    return {
        set_forwarding(),
        device_only("GetForwarding", &read_get_forwarding, csta::QueryForwarding{"4001"}),
        set_do_not_disturb(),
        device_only("GetDoNotDisturb", &read_get_do_not_disturb, csta::QueryDoNotDisturb{"4001"}),
        set_message_waiting(),
        device_only(
            "GetMessageWaitingIndicator", &read_get_message_waiting, csta::QueryMessageWaiting{"4001"}
        ),
        device_only(
            "GetLogicalDeviceInformation", &read_get_logical_device_information, csta::QueryDeviceInfo{"4001"}
        ),
        get_switching_function_devices(),
        device_only(
            "GetPhysicalDeviceName", &read_get_physical_device_name, csta::QueryDeviceName{"4001"}, kAvaya
        ),
        device_only("GetAcdSplit", &read_get_acd_split, csta::QueryAcdSplit{"4001"}, kAvaya),
        device_only("GetAgentLogin", &read_get_agent_login, csta::QueryAgentLogin{"4001"}, kAvaya),
        get_time_of_day(),
    };
}

}  // namespace ctiengine::gateway::test
