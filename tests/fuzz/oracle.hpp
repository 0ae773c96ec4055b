#pragma once
#include "common/result/result.hpp"

#include <cstddef>
#include <string_view>

/// What must hold beside "it did not crash". A rule that does not hold prints itself and aborts, which
/// libFuzzer and the replay both report.
namespace ctiengine::fuzz {

/// An error never quotes more of its input than this many bytes in all.
inline constexpr std::size_t kLongestSentence = 1000;

void require(bool holds, std::string_view rule, std::string_view detail = {});

/// Every refusal comes with a sentence for people: not empty, of bounded length, without control characters.
void require_sentence(std::string_view sentence);
inline void require_sentence(const Error& error) {
    require_sentence(error.detail);
}

}  // namespace ctiengine::fuzz
