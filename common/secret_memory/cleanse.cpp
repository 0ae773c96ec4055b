#include "common/secret_memory/cleanse.hpp"

#include <openssl/crypto.h>

namespace ctiengine {

void cleanse(void* data, std::size_t size) noexcept {
    if (size > 0) ::OPENSSL_cleanse(data, size);
}

void cleanse(std::string& text) noexcept {
    // Growing to the capacity allocates nothing, and makes the bytes behind the end ours to write.
    text.resize(text.capacity());
    cleanse(text.data(), text.size());
    text.clear();
}

}  // namespace ctiengine
