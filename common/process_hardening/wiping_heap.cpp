#include "common/process_hardening/wiping_heap.hpp"

#include <malloc.h>

#include <cstdlib>
#include <cstring>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

bool ctiengine::heap_is_wiped() {
    return false;
}

#else

bool ctiengine::heap_is_wiped() {
    return true;
}

// Names and types are glibc's.
extern "C" {
void __libc_free(void* block);                        // NOLINT
void* __libc_realloc(void* block, std::size_t size);  // NOLINT

void free(void* block) noexcept {
    if (block != nullptr) ::explicit_bzero(block, ::malloc_usable_size(block));
    __libc_free(block);
}

/// Growing inside glibc might free the old block without us: so a block that must move is moved here.
void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr || size == 0) return __libc_realloc(block, size);
    const auto before = ::malloc_usable_size(block);
    if (size <= before && size >= before / 2) return block;
    void* moved = std::malloc(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, block, size < before ? size : before);
    free(block);
    return moved;
}
}

#endif
