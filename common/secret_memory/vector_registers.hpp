#pragma once

namespace ctiengine {

/// Overwrites the vector registers. memcpy() leaves in them what it copied last; from there the loader saves
/// them on the stack when it looks up a function, and a thread that is started begins with them. Between a
/// secret that was copied and the start of a thread. Leaves nothing that a caller relies on: a call may
/// change all of them anyway.
[[gnu::noinline]] inline void cleanse_vector_registers() noexcept {
#if defined(__x86_64__) || defined(__i386__)
    if (__builtin_cpu_supports("avx") != 0) __asm__ volatile("vzeroall" ::: "memory");
#endif
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") == 0) return;
    __asm__ volatile(
        ".irp number,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31\n\t"
        "vpxorq %%zmm\\number, %%zmm\\number, %%zmm\\number\n\t"
        ".endr" ::
            : "memory"
    );
#endif
}

}  // namespace ctiengine
