#include "common/csta_proto/common_fields.hpp"

namespace ctiengine::csta_proto {

void to_proto(const csta::Connection& connection, pb::Connection& out) {
    out.set_call(connection.call);
    out.set_device(connection.device);
    out.set_dynamic(connection.dynamic);
}

void to_proto(const csta::PartyDevice& party, pb::PartyDevice& out) {
    out.set_status(number(party.status));
    out.set_number(party.number);
    out.set_type(number(party.type));
}

void to_proto(const csta::ConnectionListItem& item, pb::ConnectionListItem& out) {
    to_proto(item.party, *out.mutable_party());
    to_proto(item.endpoint, *out.mutable_endpoint());
}

void to_proto(const csta::UserData& data, pb::UserData& out) {
    out.set_protocol(number(data.protocol));
    out.set_octets(data.octets);
}

void to_proto(const csta::DeviceHistoryEntry& entry, pb::DeviceHistoryEntry& out) {
    out.set_old_device(entry.old_device);
    out.set_cause(number(entry.cause));
    to_proto(entry.old_connection, *out.mutable_old_connection());
}

void to_proto(const csta::MonitorObject& object, pb::MonitorObject& out) {
    out.set_kind(number(object.kind));
    out.set_device(object.device);
    out.set_call(object.call);
}

namespace {

void to_proto(const csta::EnteredCode& code, pb::EnteredCode& out) {
    out.set_type(code.type);
    out.set_indicator(code.indicator);
    out.set_digits(code.digits);
    out.set_collect_vdn(code.collect_vdn);
}

void to_proto(const csta::LookaheadInfo& info, pb::LookaheadInfo& out) {
    out.set_type(info.type);
    out.set_priority(info.priority);
    out.set_hours(info.hours);
    out.set_minutes(info.minutes);
    out.set_seconds(info.seconds);
    out.set_source_vdn(info.source_vdn);
}

void to_proto(const csta::TrunkInfo& trunk, pb::TrunkInfo& out) {
    csta_proto::to_proto(trunk.connection, *out.mutable_connection());
    out.set_trunk_group(trunk.trunk_group);
    out.set_trunk_member(trunk.trunk_member);
}

void to_proto(const csta::OriginalCallInfo& info, pb::OriginalCallInfo& out) {
    out.set_reason(number(info.reason));
    csta_proto::to_proto(info.calling, *out.mutable_calling());
    csta_proto::to_proto(info.called, *out.mutable_called());
    out.set_trunk_group(info.trunk_group);
    out.set_trunk_member(info.trunk_member);
    if (info.user_data) csta_proto::to_proto(*info.user_data, *out.mutable_user_data());
    out.set_ucid(info.ucid);
    if (info.entered_code) to_proto(*info.entered_code, *out.mutable_entered_code());
    if (info.lookahead) to_proto(*info.lookahead, *out.mutable_lookahead());
    device_history_to(info.device_history, out);
}

}  // namespace

void to_proto(const csta::CallPrivateData& data, pb::CallPrivateData& out) {
    out.set_trunk_group(data.trunk_group);
    out.set_trunk_member(data.trunk_member);
    out.set_split(data.split);
    if (data.user_data) to_proto(*data.user_data, *out.mutable_user_data());
    out.set_ucid(data.ucid);
    if (data.entered_code) to_proto(*data.entered_code, *out.mutable_entered_code());
    if (data.original_call) to_proto(*data.original_call, *out.mutable_original_call());
    if (data.distributing_device) to_proto(*data.distributing_device, *out.mutable_distributing_device());
    if (data.distributing_vdn) to_proto(*data.distributing_vdn, *out.mutable_distributing_vdn());
    out.set_reason(data.reason);
    if (data.lookahead) to_proto(*data.lookahead, *out.mutable_lookahead());
    device_history_to(data.device_history, out);
    for (const auto& trunk : data.trunks) to_proto(trunk, *out.add_trunks());
    out.set_logical_agent(data.logical_agent);
}

}  // namespace ctiengine::csta_proto
