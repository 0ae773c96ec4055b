#include "tests/attack/footprint.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>

namespace ctiengine::tests {

using namespace std::chrono_literals;

Footprint footprint_of(pid_t process) {
    const auto folder = std::filesystem::path("/proc") / std::to_string(process);
    Footprint print;
    std::ifstream status(folder / "status");
    for (std::string word; status >> word;) {
        if (word == "VmRSS:") status >> print.resident_kib;
    }
    if (print.resident_kib == 0) throw std::runtime_error("cannot read " + (folder / "status").string());
    const std::filesystem::directory_iterator open(folder / "fd");
    print.descriptors = static_cast<std::size_t>(std::distance(begin(open), end(open)));
    return print;
}

Footprint settled(pid_t process, const Footprint& before, std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    auto print = footprint_of(process);
    while (print.descriptors > before.descriptors && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(20ms);
        print = footprint_of(process);
    }
    return print;
}

}  // namespace ctiengine::tests
