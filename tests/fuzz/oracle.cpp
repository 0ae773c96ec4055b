#include "tests/fuzz/oracle.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace ctiengine::fuzz {

void require(bool holds, std::string_view rule, std::string_view detail) {
    if (holds) return;
    std::cerr << "rule broken: " << rule << '\n' << detail << std::endl;
    std::abort();
}

void require_sentence(std::string_view sentence) {
    const auto control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    require(!sentence.empty(), "an error has a sentence");
    require(sentence.size() <= kLongestSentence, "an error quotes its input only in short", sentence);
    require(
        std::none_of(sentence.begin(), sentence.end(), control), "an error has no control characters",
        sentence
    );
}

}  // namespace ctiengine::fuzz
