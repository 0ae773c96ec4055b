#pragma once
#include "simulator/wire/layout.hpp"
#include "tests/fuzz/input.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace ctiengine::fuzz {

/// Fills C structs as a faulty library might: any bytes in numbers and texts, no terminators, counts beyond
/// their arrays. Only pointers are good: null, or a block of exactly as many elements as the count says, so
/// that AddressSanitizer sees the first byte read too far. The blocks live as long as this object.
class RawStructs {
  public:
    explicit RawStructs(Input& input) : input_(input) {}

    /// `object` is zeroed memory of the layout's size.
    void fill(const wire::Layout& layout, std::byte* object);

  private:
    void bytes(std::byte* target, std::size_t size);
    void field(const wire::Field& field, std::byte* object);
    void text_pointer(std::byte* target);
    void inline_list(const wire::Field& field, std::byte* object);
    void pointer_list(const wire::Field& field, std::byte* object);
    std::byte* block(std::size_t size);

    Input& input_;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

}  // namespace ctiengine::fuzz
