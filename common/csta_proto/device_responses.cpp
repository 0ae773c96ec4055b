#include "common/csta_proto/response_fields.hpp"

namespace ctiengine::csta_proto {

void to_proto(const csta::ForwardingEntry& entry, pb::ForwardingEntry& out) {
    out.set_type(number(entry.type));
    out.set_on(entry.on);
    out.set_forward_to(entry.forward_to);
}
csta::ForwardingEntry from_proto(const pb::ForwardingEntry& in) {
    return {static_cast<csta::ForwardingType>(in.type()), in.on(), in.forward_to()};
}

void write(const csta::ForwardingAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_forwarding();
    for (const auto& entry : typed.entries) to_proto(entry, *message.add_entries());
}
csta::ForwardingAnswer read(const pb::ForwardingAnswer& in) {
    csta::ForwardingAnswer answer;
    for (const auto& entry : in.entries()) answer.entries.push_back(from_proto(entry));
    return answer;
}

void write(const csta::DoNotDisturbAnswer& typed, pb::Response& out) {
    out.mutable_do_not_disturb()->set_on(typed.on);
}
csta::DoNotDisturbAnswer read(const pb::DoNotDisturbAnswer& in) {
    return {in.on()};
}

void write(const csta::MessageWaitingAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_message_waiting();
    message.set_on(typed.on);
    message.set_applications(typed.applications);
}
csta::MessageWaitingAnswer read(const pb::MessageWaitingAnswer& in) {
    return {in.on(), in.applications()};
}

void write(const csta::LastNumberAnswer& typed, pb::Response& out) {
    out.mutable_last_number()->set_number(typed.number);
}
csta::LastNumberAnswer read(const pb::LastNumberAnswer& in) {
    return {in.number()};
}

void write(const csta::DeviceInfoAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_device_info();
    message.set_device(typed.device);
    message.set_type(number(typed.type));
    message.set_device_class(typed.device_class);
    message.set_extension_class(number(typed.extension_class));
    message.set_associated_class(number(typed.associated_class));
    message.set_associated_device(typed.associated_device);
}
csta::DeviceInfoAnswer read(const pb::DeviceInfoAnswer& in) {
    return {
        in.device(),
        static_cast<csta::DeviceType>(in.type()),
        in.device_class(),
        static_cast<csta::ExtensionClass>(in.extension_class()),
        static_cast<csta::ExtensionClass>(in.associated_class()),
        in.associated_device()};
}

void write(const csta::DeviceNameAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_device_name();
    message.set_type(typed.type);
    message.set_device(typed.device);
    message.set_name(typed.name);
}
csta::DeviceNameAnswer read(const pb::DeviceNameAnswer& in) {
    return {in.type(), in.device(), in.name()};
}

void write(const csta::StationStatusAnswer& typed, pb::Response& out) {
    out.mutable_station_status()->set_busy(typed.busy);
}
csta::StationStatusAnswer read(const pb::StationStatusAnswer& in) {
    return {in.busy()};
}

void write(const csta::AcdSplitAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_acd_split();
    message.set_available_agents(typed.available_agents);
    message.set_calls_in_queue(typed.calls_in_queue);
    message.set_agents_logged_in(typed.agents_logged_in);
}
csta::AcdSplitAnswer read(const pb::AcdSplitAnswer& in) {
    return {in.available_agents(), in.calls_in_queue(), in.agents_logged_in()};
}

void write(const csta::AgentLoginAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_agent_login();
    for (const auto& item : typed.extensions) message.add_extensions(item);
}
csta::AgentLoginAnswer read(const pb::AgentLoginAnswer& in) {
    return {{in.extensions().begin(), in.extensions().end()}};
}

void write(const csta::TimeOfDayAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_time_of_day();
    message.set_year(typed.year);
    message.set_month(typed.month);
    message.set_day(typed.day);
    message.set_hour(typed.hour);
    message.set_minute(typed.minute);
    message.set_second(typed.second);
}
csta::TimeOfDayAnswer read(const pb::TimeOfDayAnswer& in) {
    return {in.year(), in.month(), in.day(), in.hour(), in.minute(), in.second()};
}

void write(const csta::DeviceListAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_device_list();
    for (const auto& item : typed.devices) message.add_devices(item);
    message.set_next_index(typed.next_index);
    message.set_level(typed.level);
    message.set_unrestricted(typed.unrestricted);
}
csta::DeviceListAnswer read(const pb::DeviceListAnswer& in) {
    return {{in.devices().begin(), in.devices().end()}, in.next_index(), in.level(), in.unrestricted()};
}

void write(const csta::ApiCapsAnswer& typed, pb::Response& out) {
    auto& message = *out.mutable_api_caps();
    for (const auto& item : typed.services) message.add_services(item);
    message.set_switch_version(typed.switch_version);
    message.set_software_version(typed.software_version);
}
csta::ApiCapsAnswer read(const pb::ApiCapsAnswer& in) {
    return {{in.services().begin(), in.services().end()}, in.switch_version(), in.software_version()};
}

}  // namespace ctiengine::csta_proto
