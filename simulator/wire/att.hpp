#pragma once

#include "simulator/wire/event_buffer.hpp"
#include "simulator/wire/pdu.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

/// Avaya private data as our two sides exchange it: `02 00 | u16 ATT number | fields`. Programs treat it as
/// opaque.
namespace ctiengine::wire {

/// The ATT message with that number; nullptr when there is none.
[[nodiscard]] const PduInfo* find_att(std::uint16_t number);

/// Encodes the struct of ATT message `number`. Nullopt when the number is unknown or the struct cannot be
/// sent (see encode_pdu). The result may be longer than ATT_MAX_PRIVATE_DATA; the caller has to look.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> encode_att(std::uint16_t number, const void* pdu);

/// The same with a checked type.
template <class T>
requires std::is_class_v<T>
[[nodiscard]] std::optional<std::vector<std::uint8_t>> encode_att(std::uint16_t number, const T& pdu) {
    const auto* info = find_att(number);
    if (info == nullptr || info->layout != &layout_of<T>()) return std::nullopt;
    return encode_att(number, static_cast<const void*>(&pdu));
}

/// The ATT number of private data in our form; nullopt when it is something else (as version negotiation is).
[[nodiscard]] std::optional<std::uint16_t> att_pdu_number(std::span<const std::uint8_t> private_data);

/// Decodes into the program's ATTEvent_t; lists lie in its heap. TooSmall: they do not fit there.
[[nodiscard]] DecodeStatus decode_att(std::span<const std::uint8_t> private_data, ATTEvent_t& event);

/// Decodes into a block of its own; type() of the result is the ATT number.
[[nodiscard]] OwnedPdu decode_att(std::span<const std::uint8_t> private_data);

}  // namespace ctiengine::wire
