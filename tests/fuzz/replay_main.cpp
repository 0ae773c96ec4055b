// Runs one target over its made seeds and over every file of the folders named on the command line.
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/target.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace fuzz = ctiengine::fuzz;

namespace {

// A crash must show which input it was, so the name goes out before the run.
void replay(const std::string& name, const std::string& content) {
    std::cout << name << " (" << content.size() << " bytes)" << std::endl;
    fuzz::run(fuzz::bytes_of(content));
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t replay_folder(const std::filesystem::path& folder) {
    std::size_t count = 0;
    if (!std::filesystem::exists(folder)) return 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        replay(entry.path().string(), content_of(entry.path()));
        ++count;
    }
    return count;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t count = 0;
    for (const auto& seed : fuzz::made_seeds()) {
        replay("made seed " + seed.name, seed.content);
        ++count;
    }
    for (int i = 1; i < argc; ++i) count += replay_folder(argv[i]);
    std::cout << count << " inputs\n";
    if (count > 0) return 0;
    std::cerr << "no input at all: give a folder that has files\n";
    return 1;
}
