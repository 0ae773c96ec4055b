#pragma once
#include "simulator/wire/att.hpp"
#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <functional>
#include <vector>

namespace ctiengine::tsapi_standin::test {

/// Values that a program might give to a function of attpriv.h.
struct AttArguments {
    DeviceID_t device{};
    ConnectionID_t call{};
    ConnectionID_t party{};
    ATTV5UserToUserInfo_t short_uui{};
    ATTUserToUserInfo_t long_uui{};
    ATTV4ConnIDList_t old_receivers{};
    ATTConnIDList_t receivers{};
    ATTUserCollectCode_t collect{};
    ATTUserProvidedCode_t provided{};
    char tones[5] = "12#*";

    AttArguments() {
        set(device, "3001");
        call.callID = 77;
        set(call.deviceID, "3002");
        party = call;
        short_uui.type = UUI_IA5_ASCII;
        short_uui.data.length = 3;
        std::memcpy(short_uui.data.value, "abc", 3);
        long_uui.type = UUI_USER_SPECIFIC;
        long_uui.data.length = 96;
        std::memset(long_uui.data.value, 'u', 96);
        receivers.count = 1;
        receivers.pParty = &party;
        collect.type = UC_TONE_DETECTOR;
        collect.digitsToBeCollected = 4;
        provided.type = UP_DATA_BASE_PROVIDED;
        set(provided.data, "4321");
    }
};

using Private = ATTPrivateData_t;
using Check = std::function<bool(const wire::OwnedPdu&)>;
/// A function of attpriv.h that writes one message, and what must be in it.
struct EncodeCase {
    const char* name;
    int number;
    std::function<RetCode_t(Private*, AttArguments&)> encode;
    Check check;
};

/// Every function of attpriv.h that writes one message; a name with `_` is a second way to call the same one.
std::vector<EncodeCase> all_encodings();

}  // namespace ctiengine::tsapi_standin::test
