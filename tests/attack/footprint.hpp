#pragma once
#include <sys/types.h>

#include <chrono>
#include <cstddef>

namespace ctiengine::tests {

/// What a process occupies.
struct Footprint {
    std::size_t resident_kib = 0;
    std::size_t descriptors = 0;
};

Footprint footprint_of(pid_t process);

/// Waits until the process has no more open descriptors than `before`; the last look.
Footprint settled(pid_t process, const Footprint& before, std::chrono::milliseconds limit);

}  // namespace ctiengine::tests
