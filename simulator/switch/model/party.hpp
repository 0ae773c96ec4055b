#pragma once

#include "tsapi-worker/tsapi/abi/csta_types.h"

#include <cstdint>
#include <set>
#include <string>

/// The words of the model: calls, parties and the names events give them. Numbers are those of TSAPI, so that
/// nothing has to be translated on the way out.
namespace ctiengine::simulator {

/// 1 to 16383, chosen by the switch, used again late.
using CallId = std::uint32_t;

/// One party's leg of one call. Stations are static (their extension), trunk parties have made-up names like
/// T217#2.
struct ConnectionRef {
    CallId call = 0;
    std::string device;
    bool dynamic = false;
    bool operator==(const ConnectionRef&) const = default;
};

/// A device as an event names it.
struct NamedDevice {
    std::string number;
    DeviceIDType_t type = DEVICE_IDENTIFIER;
    DeviceIDStatus_t status = ID_NOT_KNOWN;
    bool operator==(const NamedDevice&) const = default;
};

/// User-to-user information: at most 96 octets of any value.
struct UserData {
    int protocol = 0;  ///< ATTUUIProtocolType_t
    std::string octets;
    bool operator==(const UserData&) const = default;
};

/// A circuit of a trunk group. Group 0: none.
struct TrunkLine {
    int group = 0;
    int member = 0;
    bool operator==(const TrunkLine&) const = default;
};

/// A participant of a call.
struct Party {
    std::uint64_t serial = 0;  ///< unique for the life of the switch; survives transfers and conferences
    int number = 0;            ///< within the call, from 1
    bool trunk = false;
    std::string device;  ///< extension, or T<call>#<number>
    LocalConnectionState_t state = CS_NULL;
    NamedDevice address;  ///< how events name it
    TrunkLine line;
    bool silent = false;                ///< listens only: joined in silence
    std::set<std::uint64_t> not_heard;  ///< serials of the parties it does not hear (selective listening)
    std::string tones_heard;            ///< DTMF, the last 32
    std::uint64_t timer = 0;            ///< of the timeline; 0: none runs
    std::string acd_split;              ///< the skill that gave it the call; empty: it was called itself
    bool answered_acd = false;
};

}  // namespace ctiengine::simulator
