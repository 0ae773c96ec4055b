#include "common/csta_proto/common_fields.hpp"

namespace ctiengine::csta_proto {

csta::Connection from_proto(const pb::Connection& in) {
    return {in.call(), in.device(), in.dynamic()};
}

csta::PartyDevice from_proto(const pb::PartyDevice& in) {
    return {
        static_cast<csta::PartyDevice::Status>(in.status()), in.number(),
        static_cast<csta::NumberType>(in.type())};
}

csta::ConnectionListItem from_proto(const pb::ConnectionListItem& in) {
    return {from_proto(in.party()), from_proto(in.endpoint())};
}

csta::UserData from_proto(const pb::UserData& in) {
    return {static_cast<csta::UserDataProtocol>(in.protocol()), in.octets()};
}

csta::DeviceHistoryEntry from_proto(const pb::DeviceHistoryEntry& in) {
    return {in.old_device(), static_cast<csta::EventCause>(in.cause()), from_proto(in.old_connection())};
}

csta::MonitorObject from_proto(const pb::MonitorObject& in) {
    return {static_cast<csta::MonitorObject::Kind>(in.kind()), in.device(), in.call()};
}

namespace {

csta::EnteredCode from_proto(const pb::EnteredCode& in) {
    return {in.type(), in.indicator(), in.digits(), in.collect_vdn()};
}

csta::LookaheadInfo from_proto(const pb::LookaheadInfo& in) {
    return {in.type(), in.priority(), in.hours(), in.minutes(), in.seconds(), in.source_vdn()};
}

csta::TrunkInfo from_proto(const pb::TrunkInfo& in) {
    return {csta_proto::from_proto(in.connection()), in.trunk_group(), in.trunk_member()};
}

csta::OriginalCallInfo from_proto(const pb::OriginalCallInfo& in) {
    csta::OriginalCallInfo info;
    info.reason = static_cast<csta::OriginalCallReason>(in.reason());
    info.calling = csta_proto::from_proto(in.calling());
    info.called = csta_proto::from_proto(in.called());
    info.trunk_group = in.trunk_group();
    info.trunk_member = in.trunk_member();
    if (in.has_user_data()) info.user_data = csta_proto::from_proto(in.user_data());
    info.ucid = in.ucid();
    if (in.has_entered_code()) info.entered_code = from_proto(in.entered_code());
    if (in.has_lookahead()) info.lookahead = from_proto(in.lookahead());
    info.device_history = device_history_from(in.device_history());
    return info;
}

}  // namespace

csta::CallPrivateData from_proto(const pb::CallPrivateData& in) {
    csta::CallPrivateData data;
    data.trunk_group = in.trunk_group();
    data.trunk_member = in.trunk_member();
    data.split = in.split();
    if (in.has_user_data()) data.user_data = from_proto(in.user_data());
    data.ucid = in.ucid();
    if (in.has_entered_code()) data.entered_code = from_proto(in.entered_code());
    if (in.has_original_call()) data.original_call = from_proto(in.original_call());
    if (in.has_distributing_device()) data.distributing_device = from_proto(in.distributing_device());
    if (in.has_distributing_vdn()) data.distributing_vdn = from_proto(in.distributing_vdn());
    data.reason = in.reason();
    if (in.has_lookahead()) data.lookahead = from_proto(in.lookahead());
    data.device_history = device_history_from(in.device_history());
    for (const auto& trunk : in.trunks()) data.trunks.push_back(from_proto(trunk));
    data.logical_agent = in.logical_agent();
    return data;
}

}  // namespace ctiengine::csta_proto
