#include "tsapi-worker/tsapi/att_request_data.hpp"

#include "tsapi-worker/tsapi/c_text.hpp"

namespace ctiengine::tsapi {
namespace {

constexpr int kFirstWithLongUserData = 6;  // and with pending agent states
constexpr int kFirstWithReasonCodes = 5;

/// User data in the layout of the version; `pointer()` is null for "none", as the API wants it.
template <class Info, std::size_t Limit>
class UserInfo {
  public:
    explicit UserInfo(const std::optional<csta::UserData>& data) {
        if (!data) return;
        given_ = true;
        fits_ = data->octets.size() <= Limit;
        if (!fits_) return;
        info_.type = static_cast<ATTUUIProtocolType_t>(data->protocol);
        info_.data.length = static_cast<unsigned short>(data->octets.size());
        std::copy(data->octets.begin(), data->octets.end(), info_.data.value);
    }
    bool fits() const { return fits_; }
    Info* pointer() { return given_ ? &info_ : nullptr; }

  private:
    Info info_{};
    bool given_ = false;
    bool fits_ = true;
};
using LongUserInfo = UserInfo<ATTUserToUserInfo_t, ATT_MAX_USER_INFO - 1>;
using ShortUserInfo = UserInfo<ATTV5UserToUserInfo_t, ATTV5_MAX_UUI_SIZE>;

/// Calls the function of the version with the user data in its layout.
template <class WithLong, class WithShort>
RetCode_t by_version(
    int version, const std::optional<csta::UserData>& data, WithLong with_long, WithShort with_short
) {
    if (version >= kFirstWithLongUserData) {
        LongUserInfo info(data);
        return info.fits() ? with_long(info.pointer()) : ACSERR_BADPARAMETER;
    }
    ShortUserInfo info(data);
    return info.fits() ? with_short(info.pointer()) : ACSERR_BADPARAMETER;
}

}  // namespace

std::optional<RetCode_t> AttRequestData::prepare(bool needed) {
    if (!needed) return ACSPOSITIVE_ACK;
    if (version_ == 0) return ACSERR_BADPARAMETER;
    used_ = true;
    return std::nullopt;
}

RetCode_t AttRequestData::put(const csta::MakeCall& request) {
    auto leave = prepare(request.user_data || !request.dest_route.empty() || request.priority);
    if (leave) return *leave;
    DeviceID_t route;
    if (!put_text(route, request.dest_route)) return ACSERR_BADPARAMETER;
    auto priority = static_cast<Boolean>(request.priority);
    return by_version(
        version_, request.user_data,
        [&](auto* info) { return library_.attV6MakeCall(&data_, &route, priority, info); },
        [&](auto* info) { return library_.attMakeCall(&data_, &route, priority, info); }
    );
}

RetCode_t AttRequestData::put(const csta::ConsultationCall& request) {
    auto leave = prepare(request.user_data || !request.dest_route.empty() || request.priority);
    if (leave) return *leave;
    DeviceID_t route;
    if (!put_text(route, request.dest_route)) return ACSERR_BADPARAMETER;
    auto priority = static_cast<Boolean>(request.priority);
    return by_version(
        version_, request.user_data,
        [&](auto* info) { return library_.attV6ConsultationCall(&data_, &route, priority, info); },
        [&](auto* info) { return library_.attConsultationCall(&data_, &route, priority, info); }
    );
}

RetCode_t AttRequestData::put(const csta::ClearConnection& request) {
    if (auto leave = prepare(request.user_data.has_value())) return *leave;
    return by_version(
        version_, request.user_data,
        [&](auto* info) { return library_.attV6ClearConnection(&data_, DR_NONE, info); },
        [&](auto* info) { return library_.attClearConnection(&data_, DR_NONE, info); }
    );
}

RetCode_t AttRequestData::put(const csta::ReconnectCall& request) {
    if (auto leave = prepare(request.user_data.has_value())) return *leave;
    return by_version(
        version_, request.user_data,
        [&](auto* info) { return library_.attV6ReconnectCall(&data_, DR_NONE, info); },
        [&](auto* info) { return library_.attReconnectCall(&data_, DR_NONE, info); }
    );
}

RetCode_t AttRequestData::put(const csta::SetAgentState& request) {
    bool needed =
        request.work_mode != csta::WorkMode::None || request.reason_code != 0 || request.enable_pending;
    if (auto leave = prepare(needed)) return *leave;
    auto mode = static_cast<ATTWorkMode_t>(request.work_mode);
    if (version_ >= kFirstWithLongUserData) {
        auto pending = static_cast<Boolean>(request.enable_pending);
        return library_.attV6SetAgentState(&data_, mode, request.reason_code, pending);
    }
    if (request.enable_pending) return ACSERR_BADPARAMETER;
    if (version_ >= kFirstWithReasonCodes)
        return library_.attSetAgentStateExt(&data_, mode, request.reason_code);
    if (request.reason_code != 0) return ACSERR_BADPARAMETER;
    return library_.attSetAgentState(&data_, mode);
}

RetCode_t AttRequestData::put(const csta::QueryAgentState& request) {
    if (auto leave = prepare(!request.group.empty())) return *leave;
    DeviceID_t split;
    if (!put_text(split, request.group)) return ACSERR_BADPARAMETER;
    return library_.attQueryAgentState(&data_, &split);
}

RetCode_t AttRequestData::put(const csta::QueryUcid& request) {
    if (auto leave = prepare(true)) return *leave;
    ConnectionID_t call{};
    call.callID = static_cast<long>(request.call.call);
    call.devIDType = request.call.dynamic ? DYNAMIC_ID : STATIC_ID;
    if (!put_text(call.deviceID, request.call.device)) return ACSERR_BADPARAMETER;
    return library_.attQueryUCID(&data_, &call);
}

}  // namespace ctiengine::tsapi
