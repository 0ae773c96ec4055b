#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What every file <name>_fuzz.cpp of this folder defines. The same code runs below libFuzzer
/// (fuzzer_entry.cpp) and, without it, over files in the ordinary test run (replay_main.cpp).
namespace ctiengine::fuzz {

using Bytes = std::span<const std::uint8_t>;

/// One run on one input. Crashes, sanitizer reports and oracle.hpp are how it fails; what it returns from is
/// fine.
void run(Bytes input);

/// A first input that is made rather than kept as a file: what follows from a table of the project stays true
/// to that table.
struct Seed {
    std::string name;  ///< as a file name
    std::string content;
};
std::vector<Seed> made_seeds();

}  // namespace ctiengine::fuzz
