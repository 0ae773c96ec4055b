#pragma once

#include "simulator/wire/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// The two table walkers behind pdu.hpp, event_buffer.hpp and att.hpp; not for other rooms.
namespace ctiengine::wire::detail {

/// Appends the fields of the struct at `object`. False when it cannot be sent; `out` may then hold a part of
/// it.
[[nodiscard]] bool encode_fields(const Layout& layout, const void* object, std::vector<std::uint8_t>& out);

/// Where a decoded struct and its lists go. No alignment of `memory` is needed: all access is by memcpy.
struct Place {
    std::byte* memory;      ///< nullptr: measure only
    std::size_t struct_at;  ///< offset of the struct
    std::size_t lists_at;   ///< offset from which list data may lie, aligned as its type wants
};

struct Decoded {
    const char* error = nullptr;  ///< static text
    std::size_t end = 0;          ///< offset behind the last byte of struct and lists
};

/// Reads all of `bytes` into the place. Run it with memory == nullptr first, to check the bytes and to learn
/// `end`.
[[nodiscard]] Decoded decode_fields(
    const Layout& layout, std::span<const std::uint8_t> bytes, const Place& place
);

}  // namespace ctiengine::wire::detail
