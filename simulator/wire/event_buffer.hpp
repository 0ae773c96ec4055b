#pragma once

#include "simulator/wire/frame.hpp"
#include "tsapi-worker/tsapi/abi/csta_event.h"

#include <cstddef>
#include <cstdint>

namespace ctiengine::wire {

enum class DecodeStatus {
    Ok,
    TooSmall,  ///< nothing written; ask again with more room
    Malformed  ///< nothing written; the peer sent an unknown message or broken bytes
};

struct EventDecode {
    DecodeStatus status;
    std::size_t size;  ///< Ok: bytes of the event with its lists; TooSmall: bytes needed; Malformed: 0
};

/// Writes the frame as a CSTAEvent_t to the program's buffer, which may be smaller than that type and
/// unaligned. Only the used part is written: header, invoke ID or cross reference, the message's struct, and
/// directly behind it the data of its lists, to which the struct's pointers lead. `buffer` may be nullptr
/// when `capacity` is 0: tells the size needed.
[[nodiscard]] EventDecode decode_event(
    const Frame& frame, ACSHandle_t acs_handle, void* buffer, std::size_t capacity
);

}  // namespace ctiengine::wire
