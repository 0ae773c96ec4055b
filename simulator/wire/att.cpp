#include "simulator/wire/att.hpp"

#include "simulator/wire/bytes.hpp"
#include "simulator/wire/codec.hpp"

namespace ctiengine::wire {
namespace {

// First bytes of our private data. 2 is no value of PRIVATE_DATA_ENCODING, so negotiation text is told apart.
constexpr std::uint16_t kMark = 2;
constexpr std::size_t kHeadBytes = 4;

}  // namespace

const PduInfo* find_att(std::uint16_t number) {
    return find_pdu(kPrivateClass, number);
}

std::optional<std::vector<std::uint8_t>> encode_att(std::uint16_t number, const void* pdu) {
    std::vector<std::uint8_t> bytes;
    ByteWriter head(bytes);
    head.u16(kMark);
    head.u16(number);
    if (!encode_pdu(kPrivateClass, number, pdu, bytes)) return std::nullopt;
    return bytes;
}

std::optional<std::uint16_t> att_pdu_number(std::span<const std::uint8_t> private_data) {
    ByteReader in(private_data);
    const auto mark = in.u16();
    const auto number = in.u16();
    if (!in.ok() || mark != kMark) return std::nullopt;
    return number;
}

DecodeStatus decode_att(std::span<const std::uint8_t> private_data, ATTEvent_t& event) {
    const auto number = att_pdu_number(private_data);
    const auto* info = number ? find_att(*number) : nullptr;
    if (info == nullptr) return DecodeStatus::Malformed;
    const auto fields = private_data.subspan(kHeadBytes);
    detail::Place place{nullptr, offsetof(ATTEvent_t, u), offsetof(ATTEvent_t, heap)};
    const auto measured = detail::decode_fields(*info->layout, fields, place);
    if (measured.error != nullptr) return DecodeStatus::Malformed;
    if (measured.end > offsetof(ATTEvent_t, heap) + sizeof event.heap) return DecodeStatus::TooSmall;
    place.memory = reinterpret_cast<std::byte*>(&event);
    event.eventType = *number;
    (void)detail::decode_fields(*info->layout, fields, place);
    return DecodeStatus::Ok;
}

OwnedPdu decode_att(std::span<const std::uint8_t> private_data) {
    const auto number = att_pdu_number(private_data);
    if (!number) return OwnedPdu("no private data of ours: it does not start with 02 00");
    return decode_pdu(kPrivateClass, *number, private_data.subspan(kHeadBytes));
}

}  // namespace ctiengine::wire
