#include "tsapi-worker/tsapi/utf16_text.hpp"

#include <cstdint>

namespace ctiengine::tsapi {
namespace {

bool is_high(std::uint32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}
bool is_low(std::uint32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

char tail(std::uint32_t code, int shift) {
    return static_cast<char>(0x80 | ((code >> shift) & 0x3f));
}

void append(std::string& to, std::uint32_t code) {
    if (code < 0x80) {
        to += static_cast<char>(code);
    } else if (code < 0x800) {
        to += static_cast<char>(0xc0 | (code >> 6));
        to += tail(code, 0);
    } else if (code < 0x10000) {
        to += static_cast<char>(0xe0 | (code >> 12));
        to += tail(code, 6);
        to += tail(code, 0);
    } else {
        to += static_cast<char>(0xf0 | (code >> 18));
        to += tail(code, 12);
        to += tail(code, 6);
        to += tail(code, 0);
    }
}

}  // namespace

std::string utf8_from_utf16(std::span<const short> units) {
    std::string text;
    auto unit = [&](std::size_t at) -> std::uint32_t {
        return at < units.size() ? static_cast<std::uint16_t>(units[at]) : 0;
    };
    for (std::size_t i = 0; unit(i) != 0; ++i) {
        auto code = unit(i);
        if (is_high(code) && is_low(unit(i + 1))) {
            code = 0x10000 + ((code - 0xd800) << 10) + (unit(i + 1) - 0xdc00);
            ++i;
        } else if (is_high(code) || is_low(code)) {
            code = 0xfffd;
        }
        append(text, code);
    }
    return text;
}

}  // namespace ctiengine::tsapi
