#pragma once
#include "simulator/tsapi_standin/c_text.hpp"
#include "simulator/tsapi_standin/call_guard.hpp"
#include "simulator/wire/att.hpp"

#include <cstdint>

namespace ctiengine::tsapi_standin {

/// Puts an encoded ATT message into the program's private data. `encoded` empty or longer than
/// ATT_MAX_PRIVATE_DATA: ACSERR_BADPARAMETER, nothing changed.
RetCode_t put_private_data(ATTPrivateData_t* to, const std::optional<std::vector<std::uint8_t>>& encoded);

/// Encodes an ATT message into the program's private data.
template <class Pdu>
RetCode_t put_att(ATTPrivateData_t* to, std::uint16_t number, const Pdu& pdu) {
    return guarded([&] { return put_private_data(to, wire::encode_att(number, pdu)); });
}

/// User-to-user information for a message; null is none.
template <class UserInfo>
UserInfo user_info_from(const UserInfo* given) {
    if (given != nullptr) return *given;
    UserInfo none{};
    none.type = UUI_NONE;
    return none;
}

}  // namespace ctiengine::tsapi_standin
