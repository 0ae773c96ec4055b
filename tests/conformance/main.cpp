// Runs the tests, then looks whether every message has had its share of them.
//   conformance_test            fails when one has not, or when docs/protocol/conformance.md is out of date
//   conformance_test --write    writes that file
// With a filter only the chosen tests run, and nothing is compared.
#include "tests/conformance/conformance_table.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace ctiengine::conformance;

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

int compare(bool write) {
    const auto messages = read_messages(CTIENGINE_MESSAGES);
    const auto table = table_in_markdown(messages, evidence());
    const auto missing = gaps(messages, evidence());
    for (const auto& gap : missing) std::cerr << "conformance: " << gap << "\n";
    if (write) std::ofstream(CTIENGINE_CONFORMANCE) << table;
    const bool same = text_of(CTIENGINE_CONFORMANCE) == table;
    if (!same) {
        std::cerr << "conformance: " << CTIENGINE_CONFORMANCE
                  << " differs from what this run has shown; conformance_test --write brings it up to date\n";
    }
    return same && missing.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
    testing::InitGoogleTest(&argc, argv);
    const bool write = argc > 1 && std::string(argv[1]) == "--write";
    const int failed = RUN_ALL_TESTS();
    if (failed != 0 || testing::GTEST_FLAG(filter) != "*") return failed;
    return compare(write);
} catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
}
