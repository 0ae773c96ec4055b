#pragma once
#include "common/csta/responses.hpp"
#include "tsapi-worker/tsapi/abi/att_parts.h"
#include "tsapi-worker/tsapi/abi/csta_monitoring.h"
#include "tsapi-worker/tsapi/abi/csta_types.h"

/// The parts that many C structs share, in typed form; used by the decoders of this room.
namespace ctiengine::tsapi {

csta::Connection typed(const ConnectionID_t& from);
csta::PartyDevice typed(const ExtendedDeviceID_t& from);
csta::ConnectionState typed(const LocalConnectionState_t& from);
csta::EventCause typed(const CSTAEventCause_t& from);

/// Lists of the vendor come as count and pointer; more than this many parties is nonsense and is cut.
inline constexpr unsigned kMaxListed = 256;

std::vector<csta::ConnectionListItem> typed(const ConnectionList_t& from);
std::vector<csta::DeviceHistoryEntry> typed(const DeviceHistory_t& from);
csta::ForwardingEntry typed(const ForwardingInfo_t& from);
csta::DeviceSnapshot typed(const CSTASnapshotDeviceData_t& from);
csta::CallSnapshot typed(const CSTASnapshotCallData_t& from);

}  // namespace ctiengine::tsapi
