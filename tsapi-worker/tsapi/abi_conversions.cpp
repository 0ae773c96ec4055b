#include "tsapi-worker/tsapi/abi_conversions.hpp"

#include "tsapi-worker/tsapi/c_text.hpp"

#include <span>

namespace ctiengine::tsapi {
namespace {

template <class Element>
std::span<const Element> listed(const Element* first, unsigned count) {
    if (!first) return {};
    return {first, std::min(count, kMaxListed)};
}

}  // namespace

csta::Connection typed(const ConnectionID_t& from) {
    return {static_cast<std::uint32_t>(from.callID), text_of(from.deviceID), from.devIDType == DYNAMIC_ID};
}

csta::PartyDevice typed(const ExtendedDeviceID_t& from) {
    return {
        static_cast<csta::PartyDevice::Status>(from.deviceIDStatus), text_of(from.deviceID),
        static_cast<csta::NumberType>(from.deviceIDType)};
}

csta::ConnectionState typed(LocalConnectionState_t from) {
    return static_cast<csta::ConnectionState>(from);
}

csta::EventCause typed(CSTAEventCause_t from) {
    return static_cast<csta::EventCause>(from);
}

std::vector<csta::ConnectionListItem> typed(const ConnectionList_t& from) {
    std::vector<csta::ConnectionListItem> list;
    for (const auto& item : listed(from.connection, from.count)) {
        list.push_back({typed(item.party), typed(item.staticDevice)});
    }
    return list;
}

csta::DeviceSnapshot typed(const CSTASnapshotDeviceData_t& from) {
    csta::DeviceSnapshot snapshot;
    for (const auto& info : listed(from.info, from.count)) {
        csta::DeviceCall call;
        call.connection = typed(info.callIdentifier);
        for (auto state : listed(info.localCallState.state, info.localCallState.count)) {
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
