#include "gateway/xml/device_query_reader.hpp"

#include "gateway/xml/request_fields.hpp"

namespace ctiengine::gateway {
namespace {

template <class Request>
Result<Request> read_device(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    Request request;
    request.device = fields.device("device");
    return fields.finish(std::move(request));
}

}  // namespace

Result<csta::QueryDeviceInfo> read_get_logical_device_information(
    const IncomingMessage& message, DeviceForms& forms
) {
    return read_device<csta::QueryDeviceInfo>(message, forms);
}

Result<DeviceListRequest> read_get_switching_function_devices(
    const IncomingMessage& message, DeviceForms& forms
) {
    RequestFields fields(message.root(), &forms);
    DeviceListRequest request;
    request.only = fields.optional_device("requestedDeviceID");
    if (fields.has("requestedDeviceCategory")) {
        fields.fail(invalid_value(
            child_element(fields.element(), "requestedDeviceCategory"),
            "none: the switch gives numbers without their kind"
        ));
    }
    return fields.finish(std::move(request));
}

Result<csta::QueryDeviceName> read_get_physical_device_name(
    const IncomingMessage& message, DeviceForms& forms
) {
    return read_device<csta::QueryDeviceName>(message, forms);
}

Result<csta::QueryAcdSplit> read_get_acd_split(const IncomingMessage& message, DeviceForms& forms) {
    return read_device<csta::QueryAcdSplit>(message, forms);
}

Result<csta::QueryAgentLogin> read_get_agent_login(const IncomingMessage& message, DeviceForms& forms) {
    return read_device<csta::QueryAgentLogin>(message, forms);
}

Result<std::string> read_get_time_of_day(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    auto name = fields.text("switchName");
    return fields.finish(std::move(name));
}

Result<bool> read_station_status_wish(const IncomingMessage& message) {
    auto data = RequestFields(message.root(), nullptr).inside_private("SnapshotDevicePrivateData");
    const bool wanted = data.optional_flag("getStationStatus");
    return data.finish(bool(wanted));
}

std::string read_link_status_wish(const IncomingMessage& message) {
    auto data = RequestFields(message.root(), nullptr).inside_private("RequestSystemStatusPrivateData");
    return data.inside("getTlinkStatus").optional_text("switchName");
}

}  // namespace ctiengine::gateway
