#include "simulator/wire/pdu.hpp"

#include "simulator/wire/codec.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace ctiengine::wire {
namespace {

// Event class and number, in the order of pdu_list.inc, which is sorted by them; the static_assert below
// proves it.
using Key = std::pair<std::uint16_t, std::uint16_t>;

constexpr Key kKeys[] = {
#define WIRE_PDU(event_class, number, type) {event_class, number},
#define WIRE_ATT(number, type) {kPrivateClass, number},
#include "simulator/wire/pdu_list.inc"
#undef WIRE_ATT
#undef WIRE_PDU
};
constexpr std::size_t kPduCount = std::size(kKeys);

constexpr bool strictly_ascending() {
    return std::adjacent_find(std::begin(kKeys), std::end(kKeys), [](Key a, Key b) { return !(a < b); }) ==
           std::end(kKeys);
}
static_assert(
    strictly_ascending(), "pdu_list.inc must be sorted by event class and number, without repetition"
);

const std::array<PduInfo, kPduCount>& table() {
    static const std::array<PduInfo, kPduCount> pdus = {{
#define WIRE_PDU(event_class, number, type) {event_class, number, #number, &layout_of<type>()},
#define WIRE_ATT(number, type) {kPrivateClass, number, #number, &layout_of<type>()},
#include "simulator/wire/pdu_list.inc"
#undef WIRE_ATT
#undef WIRE_PDU
    }};
    return pdus;
}

}  // namespace

std::span<const PduInfo> all_pdus() {
    return table();
}

const PduInfo* find_pdu(std::uint16_t event_class, std::uint16_t type) {
    const Key wanted{event_class, type};
    const auto* key = std::lower_bound(std::begin(kKeys), std::end(kKeys), wanted);
    if (key == std::end(kKeys) || *key != wanted) return nullptr;
    return &table()[static_cast<std::size_t>(key - std::begin(kKeys))];
}

bool encode_pdu(
    std::uint16_t event_class, std::uint16_t type, const void* pdu, std::vector<std::uint8_t>& out
) {
    const auto* info = find_pdu(event_class, type);
    if (info == nullptr || pdu == nullptr) return false;
    const auto before = out.size();
    if (detail::encode_fields(*info->layout, pdu, out)) return true;
    out.resize(before);
    return false;
}

OwnedPdu decode_pdu(std::uint16_t event_class, std::uint16_t type, std::span<const std::uint8_t> body) {
    const auto* info = find_pdu(event_class, type);
    if (info == nullptr) return OwnedPdu("unknown message");
    const auto& layout = *info->layout;
    const auto measured = detail::decode_fields(layout, body, {nullptr, 0, layout.size});
    if (measured.error != nullptr) return OwnedPdu(measured.error);
    auto block = std::make_unique<std::byte[]>(measured.end);
    (void)detail::decode_fields(layout, body, {block.get(), 0, layout.size});
    return OwnedPdu(*info, std::move(block));
}

}  // namespace ctiengine::wire
