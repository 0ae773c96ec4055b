#pragma once

#include "simulator/wire/layout.hpp"

#include <cstddef>
#include <type_traits>

/// The words in which make_layouts.py writes tables. A row whose kind does not match the header's type does
/// not compile.
namespace ctiengine::wire {

consteval std::uint32_t checked(bool good, std::size_t value) {
    if (!good) throw "the record and the headers disagree about this field";
    return static_cast<std::uint32_t>(value);
}

consteval Field scalar(Kind kind, std::size_t offset, std::size_t size) {
    const bool good = kind == Kind::I16     ? size == 2
                      : kind == Kind::I32   ? size == 4 || size == sizeof(long)
                      : kind == Kind::Float ? size == 4
                                            : size == 1;
    return {kind, checked(good, offset), static_cast<std::uint32_t>(size), nullptr, 0, 0, 0};
}

consteval Field text(std::size_t offset, std::size_t size) {
    return {Kind::Text,
            checked(size > 1 && size <= 0xffff, offset),
            static_cast<std::uint32_t>(size),
            nullptr,
            0,
            0,
            0};
}

consteval Field text_pointer(std::size_t offset, std::size_t size) {
    return {
        Kind::TextPointer,
        checked(size == sizeof(char*), offset),
        static_cast<std::uint32_t>(size),
        nullptr,
        0,
        0,
        0};
}

consteval Field inner(std::size_t offset, std::size_t size, const Layout& element) {
    return {Kind::Struct,
            checked(size == element.size, offset),
            static_cast<std::uint32_t>(size),
            &element,
            0,
            0,
            0};
}

struct ListPart {
    std::size_t offset;
    std::size_t size;
};

consteval Field inline_list(ListPart count, ListPart array, std::size_t capacity, const Layout& element) {
    const bool good = (count.size == 2 || count.size == 4) && array.size == capacity * element.size;
    return {
        Kind::InlineList,
        checked(good, array.offset),
        static_cast<std::uint32_t>(array.size),
        &element,
        static_cast<std::uint32_t>(capacity),
        static_cast<std::uint32_t>(count.offset),
        static_cast<std::uint32_t>(count.size)};
}

consteval Field pointer_list(ListPart count, ListPart pointer, std::size_t, const Layout& element) {
    const bool good = (count.size == 2 || count.size == 4) && pointer.size == sizeof(void*);
    return {
        Kind::PointerList,
        checked(good, pointer.offset),
        static_cast<std::uint32_t>(pointer.size),
        &element,
        0,
        static_cast<std::uint32_t>(count.offset),
        static_cast<std::uint32_t>(count.size)};
}

#define WIRE_SIZE(type, path) sizeof(static_cast<type*>(nullptr)->path)
#define WIRE_PART(type, path)                       \
    ListPart {                                      \
        offsetof(type, path), WIRE_SIZE(type, path) \
    }
#define WIRE_LIST(kind, type, count, path, element)                                                        \
    kind(                                                                                                  \
        WIRE_PART(type, count), WIRE_PART(type, path), std::extent_v<decltype(std::declval<type>().path)>, \
        element                                                                                            \
    )

}  // namespace ctiengine::wire
