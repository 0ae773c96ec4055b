#pragma once

#include "simulator/switch/model/call_event.hpp"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

/// Between the model's values and the fields of TSAPI structs.
namespace ctiengine::simulator {

/// The text of a field that may fill its array.
template <std::size_t N>
[[nodiscard]] std::string text_of(const char (&field)[N]) {
    return {field, strnlen(field, N)};
}

/// Writes a text, cut to fit, with its final zero.
template <std::size_t N>
void put_text(char (&field)[N], std::string_view text) {
    const auto length = std::min(text.size(), N - 1);
    std::memset(field, 0, N);
    std::memcpy(field, text.data(), length);
}

[[nodiscard]] ConnectionRef from_abi(const ConnectionID_t& connection);
[[nodiscard]] ConnectionID_t to_abi(const ConnectionRef& connection);
[[nodiscard]] ExtendedDeviceID_t to_abi(const NamedDevice& device);

/// nullopt when there is no user data in it.
template <class Info>
[[nodiscard]] std::optional<UserData> from_abi_user_data(const Info& info) {
    const auto length = std::min<std::size_t>(info.data.length, sizeof info.data.value);
    if (info.type == UUI_NONE || length == 0) return std::nullopt;
    return UserData{info.type, {reinterpret_cast<const char*>(info.data.value), length}};
}

/// Writes user data, cut to what the struct of that version holds.
template <class Info>
void put_user_data(Info& info, const std::optional<UserData>& data) {
    info = {};
    info.type = UUI_NONE;
    if (!data) return;
    const auto length = std::min(data->octets.size(), sizeof info.data.value - 1);
    info.type = static_cast<ATTUUIProtocolType_t>(data->protocol);
    info.data.length = static_cast<unsigned short>(length);
    std::memcpy(info.data.value, data->octets.data(), length);
}

/// "12" for group 12; empty for none.
[[nodiscard]] std::string number_text(int number);

}  // namespace ctiengine::simulator
