#include "common/secret_memory/cleanse.hpp"

#include "common/secret_memory/vector_registers.hpp"

#include <openssl/crypto.h>

#include <array>

namespace ctiengine {

void cleanse(void* data, std::size_t size) noexcept {
    if (size > 0) ::OPENSSL_cleanse(data, size);
}

[[gnu::noinline]] void cleanse_dead_stack() noexcept {
    cleanse_vector_registers();
    std::array<char, std::size_t{32} * 1024> below;  // NOLINT: what is in it does not matter
    ::OPENSSL_cleanse(below.data(), below.size());
}

void cleanse(std::string& text) noexcept {
    // Growing to the capacity allocates nothing, and makes the bytes behind the end ours to write.
    text.resize(text.capacity());
    cleanse(text.data(), text.size());
    text.clear();
}

}  // namespace ctiengine
