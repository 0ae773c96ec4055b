#include "simulator/wire/bytes.hpp"
#include "simulator/wire/codec.hpp"

#include <cstring>
#include <limits>

namespace ctiengine::wire::detail {
namespace {

class Encoder {
  public:
    explicit Encoder(std::vector<std::uint8_t>& out) : out_(out) {}

    bool layout(const Layout& layout, const std::byte* object) {
        for (std::uint32_t i = 0; i < layout.field_count; ++i) {
            if (!field(layout.fields[i], object)) return false;
        }
        return true;
    }

  private:
    template <class T>
    static T load(const std::byte* from) {
        T value;
        std::memcpy(&value, from, sizeof value);
        return value;
    }

    bool field(const Field& field, const std::byte* object) {
        const auto* value = object + field.offset;
        switch (field.kind) {
            case Kind::U8: out_.u8(load<std::uint8_t>(value)); return true;
            case Kind::I16: out_.u16(load<std::uint16_t>(value)); return true;
            case Kind::I32: return integer(field, value);
            case Kind::Float: out_.u32(load<std::uint32_t>(value)); return true;
            case Kind::Nothing: return true;
            case Kind::Text: return text(reinterpret_cast<const char*>(value), field.size - 1);
            case Kind::TextPointer: return text_pointer(load<const char*>(value));
            case Kind::Struct: return layout(*field.element, value);
            case Kind::InlineList: return list(field, object, value, field.capacity);
            case Kind::PointerList: return list(field, object, load<const std::byte*>(value), kMaxElements);
        }
        return false;
    }

    bool integer(const Field& field, const std::byte* value) {
        const std::int64_t number = field.size == 8 ? load<std::int64_t>(value) : load<std::int32_t>(value);
        if (number < std::numeric_limits<std::int32_t>::min() ||
            number > std::numeric_limits<std::int32_t>::max()) {
            return false;
        }
        out_.u32(static_cast<std::uint32_t>(number));
        return true;
    }

    bool text(const char* first, std::size_t longest) {
        const auto size = strnlen(first, longest);
        out_.u16(static_cast<std::uint16_t>(size));
        out_.bytes(first, size);
        return true;
    }

    bool text_pointer(const char* first) { return text(first == nullptr ? "" : first, kMaxElements); }

    bool list(const Field& field, const std::byte* object, const std::byte* elements, std::uint32_t most) {
        const auto* at = object + field.count_offset;
        const std::uint32_t count = field.count_size == 2 ? load<std::uint16_t>(at) : load<std::uint32_t>(at);
        if (count > most || (count > 0 && elements == nullptr)) return false;
        out_.u16(static_cast<std::uint16_t>(count));
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!layout(*field.element, elements + std::size_t{i} * field.element->size)) return false;
        }
        return true;
    }

    static constexpr std::uint32_t kMaxElements = 0xffff;

    ByteWriter out_;
};

}  // namespace

bool encode_fields(const Layout& layout, const void* object, std::vector<std::uint8_t>& out) {
    return Encoder(out).layout(layout, static_cast<const std::byte*>(object));
}

}  // namespace ctiengine::wire::detail
