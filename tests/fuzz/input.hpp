#pragma once
#include "tests/fuzz/target.hpp"

#include <algorithm>
#include <string_view>

namespace ctiengine::fuzz {

/// Takes an input apart from its front. At the end everything is zero or empty, so that a short input is a
/// whole one too.
class Input {
  public:
    explicit Input(Bytes bytes) : bytes_(bytes) {}

    std::uint8_t u8() {
        const auto taken = up_to(1);
        return taken.empty() ? std::uint8_t{0} : taken[0];
    }
    /// Little-endian.
    std::uint16_t u16() {
        const auto low = u8();
        return static_cast<std::uint16_t>(low | u8() << 8);
    }
    /// At most `size` bytes.
    Bytes up_to(std::size_t size) {
        const auto taken = bytes_.first(std::min(size, bytes_.size()));
        bytes_ = bytes_.subspan(taken.size());
        return taken;
    }
    Bytes rest() { return up_to(bytes_.size()); }
    bool empty() const { return bytes_.empty(); }

  private:
    Bytes bytes_;
};

inline std::string_view text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace ctiengine::fuzz
