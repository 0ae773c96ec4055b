#pragma once
#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// Text as it may stand in an element or in a quoted attribute.
std::string escaped(std::string_view text);

/// "<tag>escaped text</tag>"
std::string element(std::string_view tag, std::string_view text);

/// A row of a list of terms.
std::string term(std::string_view name, std::string_view value);

}  // namespace ctiengine::weblm_sim
