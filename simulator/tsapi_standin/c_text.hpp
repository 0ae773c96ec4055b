#pragma once
#include <cstddef>
#include <cstring>
#include <string>

/// Reading what a C program gives. Programs pass shorter strings where the type says an array, so nothing is
/// read beyond the final zero.
namespace ctiengine::tsapi_standin {

template <class... Pointees>
bool any_null(const Pointees*... pointers) {
    return ((pointers == nullptr) || ...);
}

/// Copies a text; null gives an empty one, a text without a final zero is cut.
template <std::size_t Size>
void copy_text(char (&to)[Size], const char (*from)[Size]) {
    const auto* text = reinterpret_cast<const char*>(from);
    const auto length = text == nullptr ? 0 : strnlen(text, Size - 1);
    if (length > 0) std::memcpy(to, text, length);
    to[length] = '\0';
}

/// The text in an array of the program, up to its final zero or its end.
template <std::size_t Size>
std::string text_from(const char (*from)[Size]) {
    const auto* text = reinterpret_cast<const char*>(from);
    return {text, strnlen(text, Size)};
}

}  // namespace ctiengine::tsapi_standin
