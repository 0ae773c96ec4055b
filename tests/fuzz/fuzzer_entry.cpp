// The two functions that libFuzzer calls. Only in the preset `fuzz`.
#include "tests/fuzz/target.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

/// `./dev fuzz` puts the made seeds beside those in files before it starts a target.
[[noreturn]] void write_seeds(const std::filesystem::path& folder) {
    for (const auto& seed : ctiengine::fuzz::made_seeds()) {
        std::ofstream file(folder / seed.name, std::ios::binary);
        file << seed.content;
        if (!file.flush()) {
            std::cerr << "cannot write " << folder / seed.name << "; is there such a folder, and room?\n";
            std::exit(1);
        }
    }
    std::exit(0);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    if (const char* folder = std::getenv("CTIENGINE_FUZZ_SEEDS_TO")) write_seeds(folder);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ctiengine::fuzz::run({data, size});
    return 0;
}
