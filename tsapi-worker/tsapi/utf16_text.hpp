#pragma once
#include <cstddef>
#include <span>
#include <string>

namespace ctiengine::tsapi {

/// UTF-16 units as UTF-8. A zero ends the text; a surrogate without its other half becomes U+FFFD.
std::string utf8_from_utf16(std::span<const short> units);

}  // namespace ctiengine::tsapi
