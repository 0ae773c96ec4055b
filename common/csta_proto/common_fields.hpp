#pragma once
#include "common/csta/monitor_object.hpp"
#include "common/csta_proto/csta_proto.hpp"

/// Fields that several messages share; used by the files of this room only.
namespace ctiengine::csta_proto {

void to_proto(const csta::Connection& connection, pb::Connection& out);
void to_proto(const csta::PartyDevice& party, pb::PartyDevice& out);
void to_proto(const csta::ConnectionListItem& item, pb::ConnectionListItem& out);
void to_proto(const csta::UserData& data, pb::UserData& out);
void to_proto(const csta::DeviceHistoryEntry& entry, pb::DeviceHistoryEntry& out);
void to_proto(const csta::MonitorObject& object, pb::MonitorObject& out);
void to_proto(const csta::CallPrivateData& data, pb::CallPrivateData& out);

csta::Connection from_proto(const pb::Connection& in);
csta::PartyDevice from_proto(const pb::PartyDevice& in);
csta::ConnectionListItem from_proto(const pb::ConnectionListItem& in);
csta::UserData from_proto(const pb::UserData& in);
csta::DeviceHistoryEntry from_proto(const pb::DeviceHistoryEntry& in);
csta::MonitorObject from_proto(const pb::MonitorObject& in);
csta::CallPrivateData from_proto(const pb::CallPrivateData& in);

template <class Enum>
std::int32_t number(Enum value) {
    return static_cast<std::int32_t>(value);
}

template <class List>
std::vector<csta::ConnectionListItem> connections_from(const List& in) {
    std::vector<csta::ConnectionListItem> list;
    list.reserve(static_cast<std::size_t>(in.size()));
    for (const auto& item : in) list.push_back(from_proto(item));
    return list;
}

template <class Message>
void connections_to(const std::vector<csta::ConnectionListItem>& list, Message& out) {
    for (const auto& item : list) to_proto(item, *out.add_connections());
}

template <class List>
std::vector<csta::DeviceHistoryEntry> device_history_from(const List& in) {
    std::vector<csta::DeviceHistoryEntry> list;
    list.reserve(static_cast<std::size_t>(in.size()));
    for (const auto& entry : in) list.push_back(from_proto(entry));
    return list;
}

template <class Message>
void device_history_to(const std::vector<csta::DeviceHistoryEntry>& list, Message& out) {
    for (const auto& entry : list) to_proto(entry, *out.add_device_history());
}

inline std::optional<csta::UserData> user_data_from(bool present, const pb::UserData& in) {
    if (!present) return std::nullopt;
    return from_proto(in);
}

}  // namespace ctiengine::csta_proto
