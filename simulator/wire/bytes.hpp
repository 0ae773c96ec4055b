#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace ctiengine::wire {

/// Appends little-endian numbers and bytes to a vector.
class ByteWriter {
  public:
    explicit ByteWriter(std::vector<std::uint8_t>& out) : out_(out) {}

    void u8(std::uint8_t value) { out_.push_back(value); }
    void u16(std::uint16_t value) { number(value, 2); }
    void u32(std::uint32_t value) { number(value, 4); }
    void bytes(const void* data, std::size_t size) {
        const auto* first = static_cast<const std::uint8_t*>(data);
        out_.insert(out_.end(), first, first + size);
    }

  private:
    void number(std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i) out_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }

    std::vector<std::uint8_t>& out_;
};

/// Reads little-endian numbers and bytes; after the first read past the end everything yields zero and ok()
/// is false.
class ByteReader {
  public:
    explicit ByteReader(std::span<const std::uint8_t> in) : in_(in) {}

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u32() { return number(4); }
    std::span<const std::uint8_t> bytes(std::size_t size) {
        if (size > in_.size()) {
            ok_ = false;
            in_ = {};
            return {};
        }
        const auto taken = in_.first(size);
        in_ = in_.subspan(size);
        return taken;
    }
    [[nodiscard]] std::size_t left() const { return in_.size(); }
    [[nodiscard]] bool ok() const { return ok_; }

  private:
    std::uint32_t number(std::size_t size) {
        std::uint32_t value = 0;
        const auto taken = bytes(size);
        for (std::size_t i = 0; i < taken.size(); ++i) value |= std::uint32_t{taken[i]} << (8 * i);
        return value;
    }

    std::span<const std::uint8_t> in_;
    bool ok_ = true;
};

}  // namespace ctiengine::wire
