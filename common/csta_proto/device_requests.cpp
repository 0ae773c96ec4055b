#include "common/csta_proto/request_fields.hpp"

namespace ctiengine::csta_proto {

void write(const csta::SetForwarding& typed, pb::Request& out) {
    auto& message = *out.mutable_set_forwarding();
    message.set_device(typed.device);
    message.set_type(number(typed.type));
    message.set_on(typed.on);
    message.set_forward_to(typed.forward_to);
}
csta::SetForwarding read(const pb::SetForwarding& in) {
    return {in.device(), static_cast<csta::ForwardingType>(in.type()), in.on(), in.forward_to()};
}

void write(const csta::QueryForwarding& typed, pb::Request& out) {
    out.mutable_query_forwarding()->set_device(typed.device);
}
csta::QueryForwarding read(const pb::QueryForwarding& in) {
    return {in.device()};
}

void write(const csta::SetDoNotDisturb& typed, pb::Request& out) {
    auto& message = *out.mutable_set_do_not_disturb();
    message.set_device(typed.device);
    message.set_on(typed.on);
}
csta::SetDoNotDisturb read(const pb::SetDoNotDisturb& in) {
    return {in.device(), in.on()};
}

void write(const csta::QueryDoNotDisturb& typed, pb::Request& out) {
    out.mutable_query_do_not_disturb()->set_device(typed.device);
}
csta::QueryDoNotDisturb read(const pb::QueryDoNotDisturb& in) {
    return {in.device()};
}

void write(const csta::SetMessageWaiting& typed, pb::Request& out) {
    auto& message = *out.mutable_set_message_waiting();
    message.set_device(typed.device);
    message.set_on(typed.on);
}
csta::SetMessageWaiting read(const pb::SetMessageWaiting& in) {
    return {in.device(), in.on()};
}

void write(const csta::QueryMessageWaiting& typed, pb::Request& out) {
    out.mutable_query_message_waiting()->set_device(typed.device);
}
csta::QueryMessageWaiting read(const pb::QueryMessageWaiting& in) {
    return {in.device()};
}

void write(const csta::QueryLastNumber& typed, pb::Request& out) {
    out.mutable_query_last_number()->set_device(typed.device);
}
csta::QueryLastNumber read(const pb::QueryLastNumber& in) {
    return {in.device()};
}

void write(const csta::QueryDeviceInfo& typed, pb::Request& out) {
    out.mutable_query_device_info()->set_device(typed.device);
}
csta::QueryDeviceInfo read(const pb::QueryDeviceInfo& in) {
    return {in.device()};
}

void write(const csta::QueryDeviceName& typed, pb::Request& out) {
    out.mutable_query_device_name()->set_device(typed.device);
}
csta::QueryDeviceName read(const pb::QueryDeviceName& in) {
    return {in.device()};
}

void write(const csta::QueryStationStatus& typed, pb::Request& out) {
    out.mutable_query_station_status()->set_device(typed.device);
}
csta::QueryStationStatus read(const pb::QueryStationStatus& in) {
    return {in.device()};
}

void write(const csta::QueryAcdSplit& typed, pb::Request& out) {
    out.mutable_query_acd_split()->set_device(typed.device);
}
csta::QueryAcdSplit read(const pb::QueryAcdSplit& in) {
    return {in.device()};
}

void write(const csta::QueryAgentLogin& typed, pb::Request& out) {
    out.mutable_query_agent_login()->set_device(typed.device);
}
csta::QueryAgentLogin read(const pb::QueryAgentLogin& in) {
    return {in.device()};
}

void write(const csta::QueryTimeOfDay&, pb::Request& out) {
    out.mutable_query_time_of_day();
}
csta::QueryTimeOfDay read(const pb::QueryTimeOfDay&) {
    return {};
}

void write(const csta::GetDeviceList& typed, pb::Request& out) {
    auto& message = *out.mutable_get_device_list();
    message.set_index(typed.index);
    message.set_level(typed.level);
}
csta::GetDeviceList read(const pb::GetDeviceList& in) {
    return {in.index(), in.level()};
}

void write(const csta::GetApiCaps&, pb::Request& out) {
    out.mutable_get_api_caps();
}
csta::GetApiCaps read(const pb::GetApiCaps&) {
    return {};
}

}  // namespace ctiengine::csta_proto
