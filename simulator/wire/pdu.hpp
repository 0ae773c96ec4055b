#pragma once

#include "simulator/wire/frame.hpp"
#include "simulator/wire/layout.hpp"
#include "tsapi-worker/tsapi/abi/attpriv.h"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace ctiengine::wire {

/// Table of a message struct; declared for every struct of pdu_list.inc.
template <class T>
const Layout& layout_of();

#define WIRE_PDU(event_class, number, type) \
    template <>                             \
    const Layout& layout_of<type>();
#define WIRE_ATT(number, type) WIRE_PDU(kPrivateClass, number, type)
#include "simulator/wire/pdu_list.inc"
#undef WIRE_ATT
#undef WIRE_PDU

/// The message with that class and number; nullptr when there is none.
[[nodiscard]] const PduInfo* find_pdu(std::uint16_t event_class, std::uint16_t type);

/// Every message we know, private data included, in the order of pdu_list.inc.
[[nodiscard]] std::span<const PduInfo> all_pdus();

/// Appends the fields of `pdu` (the struct of that message) to `out`. False, with `out` unchanged, when the
/// message is unknown or the struct cannot be sent: a count beyond its array, a count with a null pointer, a
/// number beyond 32 bits.
[[nodiscard]] bool encode_pdu(
    std::uint16_t event_class, std::uint16_t type, const void* pdu, std::vector<std::uint8_t>& out
);

/// A frame with `pdu` as its body. Nullopt as for encode_pdu, and when T is not the struct of that message.
template <class T>
[[nodiscard]] std::optional<Frame> make_frame(
    std::uint16_t event_class, std::uint16_t type, std::uint32_t reference, const T& pdu
) {
    const auto* info = find_pdu(event_class, type);
    if (info == nullptr || info->layout != &layout_of<T>()) return std::nullopt;
    Frame frame{
        .event_class = event_class,
        .type = type,
        .reference = reference,
        .body = {},
        .vendor = {},
        .private_data = {}};
    if (!encode_pdu(event_class, type, &pdu, frame.body)) return std::nullopt;
    return frame;
}

/// A decoded message: the struct and all its lists in one block of memory, or the reason why there is none.
class OwnedPdu {
  public:
    OwnedPdu(const PduInfo& info, std::unique_ptr<std::byte[]> block)
        : info_(&info), block_(std::move(block)) {}
    explicit OwnedPdu(const char* error) : error_(error) {}

    explicit operator bool() const { return block_ != nullptr; }
    [[nodiscard]] const char* error() const { return error_; }  ///< static text; nullptr when decoded
    [[nodiscard]] std::uint16_t type() const { return info_ == nullptr ? 0 : info_->type; }
    [[nodiscard]] const char* name() const { return info_ == nullptr ? "" : info_->name; }

    /// The struct, alive as long as this object; nullptr when the message has another one.
    template <class T>
    [[nodiscard]] const T* as() const {
        if (info_ == nullptr || info_->layout != &layout_of<T>()) return nullptr;
        return reinterpret_cast<const T*>(block_.get());
    }

    /// The struct without its type, for code that works from find_pdu(); nullptr when not decoded.
    [[nodiscard]] const void* data() const { return block_.get(); }

  private:
    const PduInfo* info_ = nullptr;
    std::unique_ptr<std::byte[]> block_;
    const char* error_ = nullptr;
};

/// Decodes a body. Safe on hostile bytes: memory is bounded by a small multiple of their number.
[[nodiscard]] OwnedPdu decode_pdu(
    std::uint16_t event_class, std::uint16_t type, std::span<const std::uint8_t> body
);

[[nodiscard]] inline OwnedPdu decode_pdu(const Frame& frame) {
    return decode_pdu(frame.event_class, frame.type, frame.body);
}

}  // namespace ctiengine::wire
