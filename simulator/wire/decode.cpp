#include "simulator/wire/bytes.hpp"
#include "simulator/wire/codec.hpp"

#include <cstring>

namespace ctiengine::wire::detail {
namespace {

// Walks a table and the bytes together. A null target means that the place is only measured.
class Decoder {
  public:
    Decoder(std::span<const std::uint8_t> bytes, const Place& place)
        : in_(bytes), memory_(place.memory), end_(place.lists_at) {}

    void layout(const Layout& layout, std::byte* object) {
        if (object != nullptr) std::memset(object, 0, layout.size);
        for (std::uint32_t i = 0; i < layout.field_count && error_ == nullptr; ++i)
            field(layout.fields[i], object);
    }

    Decoded finish() {
        if (error_ == nullptr && !in_.ok()) error_ = "truncated";
        if (error_ == nullptr && in_.left() > 0) error_ = "bytes left over";
        return {error_, end_};
    }

  private:
    template <class T>
    static void store(std::byte* target, T value) {
        if (target != nullptr) std::memcpy(target, &value, sizeof value);
    }

    static std::byte* at(std::byte* object, std::size_t offset) {
        return object == nullptr ? nullptr : object + offset;
    }

    void field(const Field& field, std::byte* object) {
        auto* target = at(object, field.offset);
        switch (field.kind) {
            case Kind::U8: return store(target, in_.u8());
            case Kind::I16: return store(target, in_.u16());
            case Kind::I32: return integer(field, target);
            case Kind::Float: return store(target, in_.u32());
            case Kind::Nothing: return;
            case Kind::Text: return text(field, target);
            case Kind::TextPointer: return text_pointer(target);
            case Kind::Struct: return layout(*field.element, target);
            case Kind::InlineList: return inline_list(field, object, target);
            case Kind::PointerList: return pointer_list(field, object, target);
        }
    }

    void integer(const Field& field, std::byte* target) {
        const auto number = static_cast<std::int32_t>(in_.u32());
        if (field.size == 8) return store(target, std::int64_t{number});
        store(target, number);
    }

    void text(const Field& field, std::byte* target) {
        const std::size_t size = in_.u16();
        if (size >= field.size) return fail("text longer than its field");
        copy_text(in_.bytes(size), target);
    }

    void text_pointer(std::byte* target) {
        const auto characters = in_.bytes(in_.u16());
        auto* copy = allocate(characters.size() + 1, 1);
        copy_text(characters, copy);
        if (copy != nullptr) copy[characters.size()] = std::byte{0};
        store(target, copy);
    }

    static void copy_text(std::span<const std::uint8_t> characters, std::byte* target) {
        if (target != nullptr && !characters.empty())
            std::memcpy(target, characters.data(), characters.size());
    }

    void inline_list(const Field& field, std::byte* object, std::byte* target) {
        const std::uint32_t count = in_.u16();
        if (count > field.capacity) return fail("list longer than its array");
        store_count(field, object, count);
        elements(*field.element, target, count);
    }

    void pointer_list(const Field& field, std::byte* object, std::byte* target) {
        const std::uint32_t count = in_.u16();
        if (count > in_.left()) return fail("truncated");  // an element has at least one byte
        auto* first = count == 0
                          ? nullptr
                          : allocate(std::size_t{count} * field.element->size, field.element->alignment);
        store_count(field, object, count);
        store(target, first);
        elements(*field.element, first, count);
    }

    void elements(const Layout& element, std::byte* first, std::uint32_t count) {
        for (std::uint32_t i = 0; i < count && error_ == nullptr && in_.ok(); ++i) {
            layout(element, at(first, std::size_t{i} * element.size));
        }
    }

    static void store_count(const Field& field, std::byte* object, std::uint32_t count) {
        auto* target = at(object, field.count_offset);
        if (field.count_size == 2) return store(target, static_cast<std::uint16_t>(count));
        store(target, count);
    }

    std::byte* allocate(std::size_t size, std::size_t alignment) {
        const auto begin = (end_ + alignment - 1) / alignment * alignment;
        end_ = begin + size;
        return at(memory_, begin);
    }

    void fail(const char* why) { error_ = why; }

    ByteReader in_;
    std::byte* memory_;
    std::size_t end_;
    const char* error_ = nullptr;
};

}  // namespace

Decoded decode_fields(const Layout& layout, std::span<const std::uint8_t> bytes, const Place& place) {
    Decoder decoder(bytes, place);
    decoder.layout(layout, place.memory == nullptr ? nullptr : place.memory + place.struct_at);
    return decoder.finish();
}

}  // namespace ctiengine::wire::detail
