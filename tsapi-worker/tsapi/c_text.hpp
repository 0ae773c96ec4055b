#pragma once
#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace ctiengine::tsapi {

/// Copies `text` into a C array with its terminator; false = it does not fit, and the array is empty. Text
/// with a zero byte inside does not fit either: the switch would see another text than the caller gave.
template <std::size_t Size>
[[nodiscard]] bool put_text(char (&to)[Size], std::string_view text) {
    std::memset(to, 0, Size);
    if (text.size() >= Size || text.find('\0') != std::string_view::npos) return false;
    std::copy(text.begin(), text.end(), to);
    return true;
}

/// `text` with a '?' for every byte that is not part of good UTF-8. The messages to the gateway carry UTF-8
/// only: one name in another encoding would cost the whole stream.
std::string as_utf8(std::string_view text);

/// The text of a C array up to its terminator, as_utf8(); an array without one is read to its end, never
/// further.
template <std::size_t Size>
std::string text_of(const char (&from)[Size]) {
    return as_utf8({from, ::strnlen(from, Size)});
}

}  // namespace ctiengine::tsapi
