#include "tsapi-worker/tsapi/c_text.hpp"

namespace ctiengine::tsapi {
namespace {

/// What may follow a first byte: how many bytes, and the range of the second, which rules out overlong forms,
/// surrogates and everything above U+10FFFF.
struct Following {
    std::size_t count;
    unsigned char lowest = 0x80;
    unsigned char highest = 0xbf;
};

/// Nothing good starts with other bytes: count 0, as for ASCII, which callers handle first.
Following following(unsigned char first) {
    if (first == 0xe0) return {2, 0xa0, 0xbf};
    if (first == 0xed) return {2, 0x80, 0x9f};
    if (first == 0xf0) return {3, 0x90, 0xbf};
    if (first == 0xf4) return {3, 0x80, 0x8f};
    if (first >= 0xc2 && first <= 0xdf) return {1};
    if (first >= 0xe1 && first <= 0xef) return {2};
    if (first >= 0xf1 && first <= 0xf3) return {3};
    return {0};
}

/// Bytes of the good character at the front of `text`; 0 = there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    if (byte(0) < 0x80) return 1;
    const auto rest = following(byte(0));
    if (rest.count == 0 || text.size() <= rest.count) return 0;
    if (byte(1) < rest.lowest || byte(1) > rest.highest) return 0;
    for (std::size_t i = 2; i <= rest.count; ++i) {
        if (byte(i) < 0x80 || byte(i) > 0xbf) return 0;
    }
    return rest.count + 1;
}

}  // namespace

std::string as_utf8(std::string_view text) {
    std::string good;
    good.reserve(text.size());
    while (!text.empty()) {
        const auto length = character_length(text);
        if (length == 0) {
            good += '?';
        } else {
            good += text.substr(0, length);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return good;
}

}  // namespace ctiengine::tsapi
