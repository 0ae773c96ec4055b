#pragma once
#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"

#include <algorithm>
#include <optional>

/// The parts that many private messages share, in typed form. Templates, because each version of private
/// data has structs of its own in which fields only grow or are added.
namespace ctiengine::tsapi {

template <class UserInfo>
std::optional<csta::UserData> user_data_of(const UserInfo& info) {
    if (number_of(info.type) == UUI_NONE || info.data.length == 0) return std::nullopt;
    auto length = std::min<std::size_t>(info.data.length, sizeof(info.data.value));
    return csta::UserData{
        enum_of<csta::UserDataProtocol>(info.type),
        std::string(reinterpret_cast<const char*>(info.data.value), length)};
}

inline std::optional<csta::EnteredCode> entered_code_of(const ATTUserEnteredCode_t& code) {
    if (number_of(code.type) == UE_NONE || code.data[0] == 0) return std::nullopt;
    return csta::EnteredCode{
        number_of(code.type), number_of(code.indicator), text_of(code.data), text_of(code.collectVDN)};
}

inline csta::Ucid ucid_of(const ATTUCID_t& ucid) {
    auto text = text_of(ucid);
    return text == ATT_NULL_UCID ? csta::Ucid() : text;
}

inline std::optional<csta::PartyDevice> device_of(const ExtendedDeviceID_t& device) {
    if (device.deviceID[0] == 0) return std::nullopt;
    return typed(device);
}

template <class From>
std::string trunk_group_of(const From& from) {
    if constexpr (requires { from.trunkGroup; }) {
        return text_of(from.trunkGroup);
    } else {
        return text_of(from.trunk);
    }
}

/// A look-ahead interflow always names the VDN it comes from.
template <class Info>
std::optional<csta::LookaheadInfo> lookahead_of(const Info& from) {
    if (number_of(from.type) == LAI_NO_INTERFLOW || from.sourceVDN[0] == 0) return std::nullopt;
    return csta::LookaheadInfo{number_of(from.type), number_of(from.priority), from.hours, from.minutes,
                               from.seconds,         text_of(from.sourceVDN)};
}

template <class Info>
std::optional<csta::OriginalCallInfo> original_call_of(const Info& from) {
    if (number_of(from.reason) == OR_NONE) return std::nullopt;
    csta::OriginalCallInfo info;
    info.reason = enum_of<csta::OriginalCallReason>(from.reason);
    info.calling = typed(from.callingDevice);
    info.called = typed(from.calledDevice);
    info.trunk_group = trunk_group_of(from);
    info.trunk_member = text_of(from.trunkMember);
    info.user_data = user_data_of(from.userInfo);
    if constexpr (requires { from.ucid; }) info.ucid = ucid_of(from.ucid);
    info.entered_code = entered_code_of(from.userEnteredCode);
    info.lookahead = lookahead_of(from.lookaheadInfo);
    if constexpr (requires { from.deviceHistory; }) info.device_history = typed(from.deviceHistory);
    return info;
}

}  // namespace ctiengine::tsapi
