#pragma once
#include "common/result/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The frame of ECMA-323 annex J: two bytes of version, two of length (big-endian, the header included), four
/// ASCII digits of invoke ID, then the XML document. Pure functions.
namespace ctiengine::annexj {

inline constexpr std::size_t kHeaderBytes = 8;
inline constexpr std::size_t kLongestFrame = 65535;  ///< what the length field can say
inline constexpr std::size_t kLongestContent = kLongestFrame - kHeaderBytes;

struct Header {
    std::size_t length = 0;       ///< of the whole frame, 8 to 65,535
    std::uint16_t invoke_id = 0;  ///< 0 to 9999
    bool operator==(const Header&) const = default;
};

/// Reads the header at the front of `start`, which has at least 8 bytes. The two version bytes are not looked
/// at: programs in the field send 00 00, ASCII "00" and others. Errors, with a sentence for the peer's
/// developer: ProtocolViolation (the length is below 8), InvalidValue (the invoke ID is not four digits).
Result<Header> read_header(std::string_view start);

/// The frame of one document. TooLarge when the length field cannot say how long it is.
Result<std::string> make_frame(std::uint16_t invoke_id, std::string xml);

}  // namespace ctiengine::annexj
