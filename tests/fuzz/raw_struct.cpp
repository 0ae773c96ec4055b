#include "tests/fuzz/raw_struct.hpp"

#include <cstring>

namespace ctiengine::fuzz {
namespace {

constexpr std::size_t kMostElements = 40;  // few enough to be quick

void store_count(const wire::Field& field, std::byte* object, std::uint32_t count) {
    auto* target = object + field.count_offset;
    if (field.count_size == 2) {
        const auto shorter = static_cast<std::uint16_t>(count);
        std::memcpy(target, &shorter, sizeof shorter);
    } else {
        std::memcpy(target, &count, sizeof count);
    }
}

}  // namespace

void RawStructs::fill(const wire::Layout& layout, std::byte* object) {
    for (std::uint32_t i = 0; i < layout.field_count; ++i) field(layout.fields[i], object);
}

void RawStructs::bytes(std::byte* target, std::size_t size) {
    const auto taken = input_.up_to(size);
    if (!taken.empty()) std::memcpy(target, taken.data(), taken.size());
}

void RawStructs::field(const wire::Field& field, std::byte* object) {
    auto* target = object + field.offset;
    switch (field.kind) {
        case wire::Kind::Nothing: return;
        case wire::Kind::Struct: return fill(*field.element, target);
        case wire::Kind::TextPointer: return text_pointer(target);
        case wire::Kind::InlineList: return inline_list(field, object);
        case wire::Kind::PointerList: return pointer_list(field, object);
        default: return bytes(target, field.size);
    }
}

/// A char* has no length, so it alone ends with a zero.
void RawStructs::text_pointer(std::byte* target) {
    const auto taken = input_.up_to(input_.u8());
    auto* copy = block(taken.size() + 1);
    if (!taken.empty()) std::memcpy(copy, taken.data(), taken.size());
    std::memcpy(target, &copy, sizeof copy);
}

void RawStructs::inline_list(const wire::Field& field, std::byte* object) {
    store_count(field, object, input_.u8());
    for (std::uint32_t i = 0; i < field.capacity && !input_.empty(); ++i) {
        fill(*field.element, object + field.offset + std::size_t{i} * field.element->size);
    }
}

void RawStructs::pointer_list(const wire::Field& field, std::byte* object) {
    const auto count = input_.u8() % (kMostElements + 1);
    store_count(field, object, static_cast<std::uint32_t>(count));
    if (count == 0) return;
    auto* first = block(count * field.element->size);
    for (std::size_t i = 0; i < count; ++i) fill(*field.element, first + i * field.element->size);
    std::memcpy(object + field.offset, &first, sizeof first);
}

std::byte* RawStructs::block(std::size_t size) {
    blocks_.push_back(std::make_unique<std::byte[]>(size));
    return blocks_.back().get();
}

}  // namespace ctiengine::fuzz
