#pragma once
#include "common/csta/enumerations.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::csta {

/// Longest device number the C library can carry (DeviceID_t is 64 bytes with its terminator).
inline constexpr std::size_t kMaxDeviceLength = 63;

/// A device a request names, e.g. "4001". Always the bare number: other spellings are undone by the XML
/// reader.
using Device = std::string;

/// A device as an event names it. `status` tells whether the number is known at all.
struct PartyDevice {
    enum class Status : std::int32_t { Provided = 0, NotKnown = 1, NotRequired = 2 };
    Status status = Status::NotKnown;
    Device number;
    NumberType type = NumberType::DeviceIdentifier;
    bool operator==(const PartyDevice&) const = default;
};

/// One party's leg of one call. Stations are static IDs (their extension); trunk parties get made-up dynamic
/// IDs such as T217#2 (tsapi: ConnectionID_t). `call` 0 = the client gave no call ID.
struct Connection {
    std::uint32_t call = 0;
    Device device;
    bool dynamic = false;
    bool operator==(const Connection&) const = default;
};

/// One entry of the list in transferred and conferenced events and confirmations.
struct ConnectionListItem {
    Connection party;
    PartyDevice endpoint;
    bool operator==(const ConnectionListItem&) const = default;
};

/// User-to-user information, at most 128 octets of any value.
struct UserData {
    UserDataProtocol protocol = UserDataProtocol::UserSpecific;
    std::string octets;
    bool operator==(const UserData&) const = default;
};

/// Universal call ID: 20 decimal digits; empty = the switch gave none.
using Ucid = std::string;

/// Digits a caller entered before the call reached the agent.
struct EnteredCode {
    std::int32_t type = -1;      ///< ATTUserEnteredCodeType_t
    std::int32_t indicator = 0;  ///< 0 collect, 1 entered
    std::string digits;
    Device collect_vdn;
    bool operator==(const EnteredCode&) const = default;
};

/// How a call came from another switch or VDN (ATTLookaheadInfo_t).
struct LookaheadInfo {
    std::int32_t type = -1;     ///< ATTInterflow_t; -1 none
    std::int32_t priority = 0;  ///< ATTPriority_t
    std::int32_t hours = 0;
    std::int32_t minutes = 0;
    std::int32_t seconds = 0;
    Device source_vdn;
    bool operator==(const LookaheadInfo&) const = default;
};

/// One device a call has left, newest first (DeviceHistoryEntry_t; private data 7 and later).
struct DeviceHistoryEntry {
    Device old_device;
    EventCause cause = EventCause::None;
    Connection old_connection;
    bool operator==(const DeviceHistoryEntry&) const = default;
};

/// The trunk of one party of a merged call (ATTTrunkInfo_t; at most five).
struct TrunkInfo {
    Connection connection;
    std::string trunk_group;
    std::string trunk_member;
    bool operator==(const TrunkInfo&) const = default;
};

/// What Avaya tells about the call that a consultation, transfer or conference came from.
struct OriginalCallInfo {
    OriginalCallReason reason = OriginalCallReason::None;
    PartyDevice calling;
    PartyDevice called;
    std::string trunk_group;
    std::string trunk_member;
    std::optional<UserData> user_data;
    Ucid ucid;
    std::optional<EnteredCode> entered_code;
    std::optional<LookaheadInfo> lookahead{};
    std::vector<DeviceHistoryEntry> device_history{};
    bool operator==(const OriginalCallInfo&) const = default;
};

/// Avaya's additions to call events. Empty members were not in the event.
struct CallPrivateData {
    std::string trunk_group;
    std::string trunk_member;
    Device split;
    std::optional<UserData> user_data;
    Ucid ucid;
    std::optional<EnteredCode> entered_code;
    std::optional<OriginalCallInfo> original_call;
    std::optional<PartyDevice> distributing_device;
    std::optional<PartyDevice> distributing_vdn;
    std::int32_t reason = 0;  ///< ATTReasonCode_t of an answer; 0 = none
    std::optional<LookaheadInfo> lookahead{};
    std::vector<DeviceHistoryEntry> device_history{};
    std::vector<TrunkInfo> trunks{};  ///< transferred and conferenced only
    Device logical_agent{};           ///< originated: the agent who dials
    bool operator==(const CallPrivateData&) const = default;
};

}  // namespace ctiengine::csta
