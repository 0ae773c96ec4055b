#include "tsapi-worker/tsapi/abi_conversions.hpp"

#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"

#include <span>

namespace ctiengine::tsapi {
namespace {

template <class Element>
std::span<const Element> listed(const Element* first, unsigned count) {
    if (!first) return {};
    return {first, std::min(count, kMaxListed)};
}

/// "Provided" needs a number, and a status that the API does not define tells nothing.
csta::PartyDevice::Status status_of(const ExtendedDeviceID_t& from) {
    using Status = csta::PartyDevice::Status;
    const auto status = number_of(from.deviceIDStatus);
    if (status == ID_NOT_REQUIRED) return Status::NotRequired;
    bool provided = status == ID_PROVIDED && from.deviceID[0] != 0;
    return provided ? Status::Provided : Status::NotKnown;
}

}  // namespace

csta::Connection typed(const ConnectionID_t& from) {
    return {
        static_cast<std::uint32_t>(from.callID), text_of(from.deviceID),
        number_of(from.devIDType) == DYNAMIC_ID};
}

csta::PartyDevice typed(const ExtendedDeviceID_t& from) {
    return {status_of(from), text_of(from.deviceID), enum_of<csta::NumberType>(from.deviceIDType)};
}

csta::ConnectionState typed(const LocalConnectionState_t& from) {
    return enum_of<csta::ConnectionState>(from);
}

csta::EventCause typed(const CSTAEventCause_t& from) {
    return enum_of<csta::EventCause>(from);
}

std::vector<csta::ConnectionListItem> typed(const ConnectionList_t& from) {
    std::vector<csta::ConnectionListItem> list;
    for (const auto& item : listed(from.connection, from.count)) {
        list.push_back({typed(item.party), typed(item.staticDevice)});
    }
    return list;
}

std::vector<csta::DeviceHistoryEntry> typed(const DeviceHistory_t& from) {
    std::vector<csta::DeviceHistoryEntry> list;
    for (const auto& entry : listed(from.deviceHistoryList, from.count)) {
        list.push_back({text_of(entry.olddeviceID), typed(entry.cause), typed(entry.oldconnectionID)});
    }
    return list;
}

csta::ForwardingEntry typed(const ForwardingInfo_t& from) {
    return {
        enum_of<csta::ForwardingType>(from.forwardingType), from.forwardingOn != 0, text_of(from.forwardDN)};
}

csta::DeviceSnapshot typed(const CSTASnapshotDeviceData_t& from) {
    csta::DeviceSnapshot snapshot;
    for (const auto& info : listed(from.info, from.count)) {
        csta::DeviceCall call;
        call.connection = typed(info.callIdentifier);
        for (const auto& state : listed(info.localCallState.state, info.localCallState.count)) {
            call.states.push_back(typed(state));
        }
        snapshot.calls.push_back(std::move(call));
    }
    return snapshot;
}

csta::CallSnapshot typed(const CSTASnapshotCallData_t& from) {
    csta::CallSnapshot snapshot;
    for (const auto& info : listed(from.info, from.count)) {
        snapshot.parties.push_back(
            {typed(info.deviceOnCall), typed(info.callIdentifier), typed(info.localConnectionState)}
        );
    }
    return snapshot;
}

}  // namespace ctiengine::tsapi
