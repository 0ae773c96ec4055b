#pragma once
#include "common/csta_proto/common_fields.hpp"

/// The confirmations about devices (device_responses.cpp); used by the files of this room only.
namespace ctiengine::csta_proto {

void to_proto(const csta::ForwardingEntry& entry, pb::ForwardingEntry& out);
csta::ForwardingEntry from_proto(const pb::ForwardingEntry& in);

void write(const csta::ForwardingAnswer& typed, pb::Response& out);
csta::ForwardingAnswer read(const pb::ForwardingAnswer& in);
void write(const csta::DoNotDisturbAnswer& typed, pb::Response& out);
csta::DoNotDisturbAnswer read(const pb::DoNotDisturbAnswer& in);
void write(const csta::MessageWaitingAnswer& typed, pb::Response& out);
csta::MessageWaitingAnswer read(const pb::MessageWaitingAnswer& in);
void write(const csta::LastNumberAnswer& typed, pb::Response& out);
csta::LastNumberAnswer read(const pb::LastNumberAnswer& in);
void write(const csta::DeviceInfoAnswer& typed, pb::Response& out);
csta::DeviceInfoAnswer read(const pb::DeviceInfoAnswer& in);
void write(const csta::DeviceNameAnswer& typed, pb::Response& out);
csta::DeviceNameAnswer read(const pb::DeviceNameAnswer& in);
void write(const csta::StationStatusAnswer& typed, pb::Response& out);
csta::StationStatusAnswer read(const pb::StationStatusAnswer& in);
void write(const csta::AcdSplitAnswer& typed, pb::Response& out);
csta::AcdSplitAnswer read(const pb::AcdSplitAnswer& in);
void write(const csta::AgentLoginAnswer& typed, pb::Response& out);
csta::AgentLoginAnswer read(const pb::AgentLoginAnswer& in);
void write(const csta::TimeOfDayAnswer& typed, pb::Response& out);
csta::TimeOfDayAnswer read(const pb::TimeOfDayAnswer& in);
void write(const csta::DeviceListAnswer& typed, pb::Response& out);
csta::DeviceListAnswer read(const pb::DeviceListAnswer& in);
void write(const csta::ApiCapsAnswer& typed, pb::Response& out);
csta::ApiCapsAnswer read(const pb::ApiCapsAnswer& in);

}  // namespace ctiengine::csta_proto
