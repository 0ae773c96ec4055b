#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::config {

/// The parts of a comma separated text, without spaces around them and without empty ones.
std::vector<std::string> list_of(std::string_view text);

}  // namespace ctiengine::config
