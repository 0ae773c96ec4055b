#include "gateway/xml/system_reader.hpp"

#include "gateway/xml/request_fields.hpp"
#include "gateway/xml/system_names.hpp"

namespace ctiengine::gateway {
namespace {

StatusFilter read_status_filter(RequestFields& fields) {
    auto data = fields.inside_private("SystemRegisterPrivateData");
    StatusFilter filter;
    filter.inverted = data.optional_flag("invertFilter");
    fields.join(data);
    auto items = fields.inside("requestedStatusFilter");
    if (!items) return filter;
    for (const auto& [status, name] : kStatusFilterItems) {
        filter.set(status, items.optional_flag(name) == filter.inverted);
    }
    fields.join(items);
    return filter;
}

Result<DeviceIdRequest> read_device_id_request(const IncomingMessage& message) {
    constexpr int kLargestInstance = 2;
    DeviceForms unused;
    RequestFields fields(message.root(), &unused);
    DeviceIdRequest request;
    request.extension = fields.device("extension");
    request.switch_name = fields.optional_text("switchName");
    request.switch_address = fields.optional_text("switchIPInterface");
    request.instance =
        static_cast<int>(fields.optional_number("deviceInstance", 0, kLargestInstance).value_or(0));
    return fields.finish(std::move(request));
}

}  // namespace

Result<SystemRegister> read_system_register(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    SystemRegister request;
    auto types = fields.inside_mandatory("requestTypes");
    request.system_status = types.optional_flag("systemStatus");
    fields.join(types);
    request.filter = read_status_filter(fields);
    return fields.finish(std::move(request));
}

Result<SystemRegisterCancel> read_system_register_cancel(const IncomingMessage& message) {
    RequestFields fields(message.root(), nullptr);
    SystemRegisterCancel request;
    request.register_id = fields.text("sysStatRegisterID");
    return fields.finish(std::move(request));
}

Result<DeviceIdRequest> read_get_third_party_device_id(const IncomingMessage& message) {
    return read_device_id_request(message);
}

Result<DeviceIdRequest> read_get_device_id(const IncomingMessage& message) {
    return read_device_id_request(message);
}

Result<csta::Device> read_release_device_id(const IncomingMessage& message, DeviceForms& forms) {
    RequestFields fields(message.root(), &forms);
    auto device = fields.device("device");
    return fields.finish(std::move(device));
}

}  // namespace ctiengine::gateway
