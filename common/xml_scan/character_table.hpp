#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace ctiengine::xml_scan::detail {

/// What a byte may be; one look-up instead of a chain of comparisons.
enum ByteClass : std::uint8_t {
    kSpace = 1,              ///< blank, tab, line feed, carriage return
    kNameStart = 2,          ///< may begin a name (without the colon)
    kNameFollow = 4,         ///< may stand inside a name (without the colon)
    kSpecialInText = 8,      ///< text cannot simply run over it: < & ] and everything below
    kSpecialInTag = 16,      ///< the same for an attribute value: < & " ' and everything below
    kSpecialInSection = 32,  ///< the same for comments and CDATA: - ] and everything below
    kMultiByte = 64,         ///< 0x80 and up: part of a UTF-8 sequence
    kControl = 128,          ///< not allowed in XML at all
};

constexpr std::uint8_t class_of(unsigned byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
    const bool follows = letter || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
    const bool space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    const bool multi = byte >= 0x80;
    const bool control = byte < 0x20 && !space;
    const bool anywhere = multi || control;
    unsigned bits = 0;
    if (space) bits |= kSpace;
    if (letter || multi) bits |= kNameStart;
    if (follows || multi) bits |= kNameFollow;
    if (anywhere || byte == '<' || byte == '&' || byte == ']') bits |= kSpecialInText;
    if (anywhere || byte == '<' || byte == '&' || byte == '"' || byte == '\'') bits |= kSpecialInTag;
    if (anywhere || byte == '-' || byte == ']') bits |= kSpecialInSection;
    if (multi) bits |= kMultiByte;
    if (control) bits |= kControl;
    return static_cast<std::uint8_t>(bits);
}

inline constexpr std::array<std::uint8_t, 256> kByteClasses = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte) table[byte] = class_of(byte);
    return table;
}();

constexpr bool is(char byte, std::uint8_t classes) {
    return (kByteClasses[static_cast<unsigned char>(byte)] & classes) != 0;
}

/// Is this code point a character of XML 1.0 (production 2)?
constexpr bool is_xml_character(std::uint32_t code) {
    if (code < 0x20) return code == 0x9 || code == 0xA || code == 0xD;
    if (code <= 0xD7FF) return true;
    if (code < 0xE000) return false;
    return code <= 0xFFFD || (code >= 0x10000 && code <= 0x10FFFF);
}

struct Decoded {
    std::size_t length;  ///< 0 = not UTF-8
    std::uint32_t code;
};

/// Decodes one multi-byte UTF-8 sequence of [at, end), strictly: shortest form, no surrogates (RFC 3629).
constexpr Decoded decode_utf8(const char* at, const char* end) {
    const auto byte = [&](std::ptrdiff_t index) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(at[index]));
    };
    const std::uint32_t lead = byte(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || end - at < static_cast<std::ptrdiff_t>(length)) return {0, 0};
    std::uint32_t code = lead & (0x7FU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        const auto next = byte(static_cast<std::ptrdiff_t>(index));
        if ((next & 0xC0U) != 0x80U) return {0, 0};
        code = (code << 6U) | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {0, 0};
    return {length, code};
}

}  // namespace ctiengine::xml_scan::detail
