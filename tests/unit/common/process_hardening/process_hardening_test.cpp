#include "common/process_hardening/process_hardening.hpp"

#include "common/process_hardening/wiping_heap.hpp"

#include <gtest/gtest.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace ctiengine {
namespace {

constexpr char kMark[] = "a very secret word";

/// The mark's place in a block that was given back. Reading it is what an attacker would do; the compiler
/// must not know.
[[gnu::noipa]] bool mark_left_at(std::uintptr_t place) {
    const auto* volatile freed = reinterpret_cast<const volatile char*>(place);
    for (std::size_t index = 0; index + 1 < sizeof kMark; ++index) {
        if (freed[index] != kMark[index]) return false;
    }
    return true;
}

TEST(WipingHeap, OverwritesWhatIsFreedWhateverItsSize) {
    if (!heap_is_wiped()) GTEST_SKIP() << "the sanitizer has an allocator of its own";
    for (std::size_t size : {48UL, 200UL, 1000UL, 5000UL, 60000UL}) {
        auto* block = static_cast<char*>(std::malloc(size));
        auto* mark = block + size - sizeof kMark;  // away from the links of the free list
        std::memcpy(mark, kMark, sizeof kMark);
        auto place = reinterpret_cast<std::uintptr_t>(mark);
        ASSERT_TRUE(mark_left_at(place));
        std::free(block);
        EXPECT_FALSE(mark_left_at(place)) << size << " bytes";
    }
}

TEST(WipingHeap, OverwritesWhatABlockThatGrowsLeavesBehind) {
    if (!heap_is_wiped()) GTEST_SKIP() << "the sanitizer has an allocator of its own";
    auto* block = static_cast<char*>(std::malloc(100));
    std::memcpy(block + 50, kMark, sizeof kMark);
    auto place = reinterpret_cast<std::uintptr_t>(block + 50);
    auto* grown = static_cast<char*>(std::realloc(block, 10000));
    EXPECT_STREQ(grown + 50, kMark);
    EXPECT_FALSE(mark_left_at(place));
    auto* shrunk = static_cast<char*>(std::realloc(grown, 100));
    EXPECT_STREQ(shrunk + 50, kMark);
    std::free(shrunk);
    std::free(std::realloc(nullptr, 10));
}

int hardened_state() {
    harden_process();
    rlimit core{1, 1};
    ::getrlimit(RLIMIT_CORE, &core);
    auto mask = ::umask(0);
    return (core.rlim_max == 0 ? 1 : 0) + (::prctl(PR_GET_DUMPABLE) == 0 ? 2 : 0) + (mask == 077 ? 4 : 0);
}

/// In a child: the test program itself stays as it is.
TEST(ProcessHardening, LeavesNoCoreFileNoViewFromOutsideAndNoReadableFiles) {
    EXPECT_EXIT(std::exit(hardened_state()), testing::ExitedWithCode(heap_is_wiped() ? 7 : 4), "");
}

}  // namespace
}  // namespace ctiengine
